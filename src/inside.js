// In the one file that has everything inside: unpacks what the page otherwise fetches. A classic script, so
// that it is there before the start script, which asks for it.
const letters = "[[letters]]";

// Five letters are four bytes; the build says how many bytes there are, since the last four may be less.
const bytes = ({ textContent, dataset }) => {
  const packed = new DataView(new ArrayBuffer((textContent.length / 5) * 4));
  for (let group = 0; group < textContent.length / 5; group += 1) {
    let number = 0;
    for (const letter of textContent.slice(5 * group, 5 * group + 5)) number = number * 85 + letters.indexOf(letter);
    packed.setUint32(4 * group, number);
  }
  return packed.buffer.slice(0, Number(dataset.bytes));
};

const unpacked = async (id) => {
  const packed = bytes(document.getElementById(id));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")));
};

globalThis.lawgradeInside = {
  async data() {
    return (await unpacked("inside-data")).text();
  },
  async program(name) {
    const script = document.createElement("script");
    script.textContent = await (await unpacked(`inside-${name}-js`)).text();
    document.head.append(script);
    const program = globalThis[`lawgrade_${name}`];
    await program.default({ module_or_path: await (await unpacked(`inside-${name}-wasm`)).arrayBuffer() });
    return program;
  },
};
