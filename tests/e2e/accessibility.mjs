// What axe finds in a page.
import AxeBuilder from "@axe-core/playwright";

/**
 * Every element that breaks a rule of axe, as the rule and the element’s markup. `include` is a selector where only a part
 * is looked at, `rules` switches rules of axe on and off, and `otherOrigins` is for pages with frames of another origin:
 * looking into those takes four times as long.
 */
export async function axe(page, { include, rules, otherOrigins = false } = {}) {
  // Of the rules that hold nothing is needed, and naming each element costs most of the time.
  const builder = new AxeBuilder({ page }).options({ resultTypes: ["violations"], ...(rules && { rules }) }).setLegacyMode(!otherOrigins);
  if (include) builder.include(include);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Has axe ask for the contrast of AAA as well. */
export const strictContrast = { "color-contrast-enhanced": { enabled: true } };
