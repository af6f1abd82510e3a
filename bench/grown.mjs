// The card many times over, for measurements: as tests/grown.rs makes it.
const link = "trafficking-law-reaches-buyers";

export function grown({ framework, card }, times) {
  const copies = [...Array(times).keys()];
  const larger = (points) => points * times;
  const name = (id, copy) => `${id}-${copy}`;
  const component = (copy) => (component) => ({
    ...component,
    id: `${copy}.${component.id}`,
    rungs: component.rungs.map((rung) => ({
      ...rung,
      needs: rung.needs.map((need) => name(need, component.id === "5.1" && copy > 0 && need === link ? copy - 1 : copy)),
    })),
  });
  return {
    framework: {
      ...framework,
      max: larger(framework.max),
      bands: framework.bands.map((band) => ({ ...band, from: larger(band.from) })),
      provisions: copies.flatMap((copy) => framework.provisions.map((provision) => ({ ...provision, id: name(provision.id, copy) }))),
      sections: copies.flatMap((copy) =>
        framework.sections.map((section) => ({
          ...section,
          id: `${copy}-${section.id}`,
          components: section.components.map(component(copy)),
        })),
      ),
    },
    card: {
      ...card,
      notes: [],
      published: {
        ...card.published,
        total: larger(card.published.total),
        sections: copies.flatMap((copy) => card.published.sections.map((section) => ({ ...section, id: `${copy}-${section.id}` }))),
      },
      provisions: copies.flatMap((copy) => card.provisions.map((provision) => ({ ...provision, id: name(provision.id, copy) }))),
    },
  };
}
