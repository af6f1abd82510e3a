// The element as a Vue component, for Vue 3; `v-model:address` follows the visitor.
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from "vue";
import { attributesOf, listen, loadElement } from "./element.js";

const text = { type: String, default: undefined };

export const LawGrade = defineComponent({
  name: "LawGrade",
  props: {
    home: text,
    address: text,
    framework: text,
    card: text,
    data: text,
    view: text,
    theme: text,
    parts: text,
    lang: text,
    title: text,
    height: { type: [Number, String], default: undefined },
    frameless: Boolean,
  },
  emits: ["update:address", "change", "error"],
  setup(props, { emit, slots }) {
    const place = ref(null);
    const first = props.address;
    let ends;
    onMounted(() => {
      if (props.home) loadElement(props.home);
      const change = (detail) => {
        emit("update:address", detail.address);
        emit("change", detail);
      };
      ends = listen(place.value, { change, error: (detail) => emit("error", detail) });
    });
    onBeforeUnmount(() => ends?.());
    watch(() => props.address, (address) => {
      if (address !== undefined && place.value) place.value.address = address;
    });
    return () => h("law-grade", { ref: place, address: first, ...attributesOf(props) }, slots.default?.());
  },
});
