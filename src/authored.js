// What a page says of a card that was brought: who made it, and that nobody else has checked it.

// What a spreadsheet's author who gives no name is called (workbook/src/layout/settings).
const NOBODY = "–";

/** The texts by their places. `card` is what the reader gives, `say` a text of the page. */
export function authored({ title, year, publisher, about, source, cards, law }, say) {
  const made = { framework: title, year, publisher, law };
  const name = say(law ? "brought_title_of_year" : "brought_title", made);
  const isNamed = publisher !== NOBODY;
  const lead = isNamed ? say("brought_lead", made) : "";
  const cited = source && [source.title, source.address].filter(Boolean).join(", ");
  return {
    title: name,
    heading: name,
    lead: cards ? lead : say("brought_without_cards", made),
    ask: cards ? say("brought_ask") : "",
    banner: say(isNamed ? "brought_by" : "brought_by_nobody", made),
    about,
    source: source ? say("brought_source", { source: cited, licence: source.licence }) : "",
    ours: source?.ours ?? "",
  };
}
