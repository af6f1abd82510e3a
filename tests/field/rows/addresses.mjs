// Addresses as the world hands them on.
import { opened } from "../calculator.mjs";
import { until } from "../../engines/until.mjs";
import { asPublished, baseline, buyers, buyersAddress, withBuyers } from "../../engines/visitor.mjs";

// Opens an address and sees the result; nothing of it may be told as unread. The tools are there then, since it is they
// who tell that, and since the published card stands there before the program comes.
async function opens(row, address, expected) {
  await opened(row, address);
  await row.visitor.shows(expected);
  await until(() => row.visitor.count(".unread"), 0);
}

const upper = buyersAddress.toUpperCase();
const link = `https://example.org/lawgrade/${buyersAddress}`;
const encoded = encodeURIComponent(link);

const same = {
  "B06 a newsletter’s words behind the hash cost no provision": `${buyersAddress}?utm_source=news&utm_medium=email`,
  "B06 what Facebook hangs behind the hash costs no provision": `${buyersAddress}&fbclid=abc`,
  "B43 a slash before the address": buyersAddress.replace("#", "#/"),
  "B43 a hashbang": buyersAddress.replace("#", "#!"),
  "B43 an address in capitals": upper,
  "B43 an address that was encoded twice": `#${encodeURIComponent(encodeURIComponent(buyersAddress.slice(1)))}`,
  "K7 an address that was encoded three times": `#${encodeURIComponent(encodeURIComponent(encodeURIComponent(buyersAddress.slice(1))))}`,
  "K7 a tracker whose & a page has escaped": `${buyersAddress}&amp;utm_campaign=x`,
  "K7 a hash twice, and a slash": buyersAddress.replace("#", "##/"),
  "K7 dashes that an editor has made beautiful": buyersAddress.replaceAll("-", "–").replace("–2019/", "-2019/"),
  "K7 hyphens that do not break, and signs that cannot be seen": buyersAddress.replaceAll("-", "\u2011").replace("law", "l\u200baw"),
  "K7 quotes, brackets and a full stop behind it": `${buyersAddress}”).`,
  "K7 a bracket of mail behind it": `${buyersAddress}>`,
  "K7 a line that mail has broken": buyersAddress.replace("reaches", "rea=ches"),
  "K7 a text fragment behind it": `${buyersAddress}:~:text=On%20the%20law`,
  "K7 a whole link as the address": `#${link}`,
  "K7 a link inside of Safe Links": `#https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C02%7Ca%40b.org&reserved=0`,
  "K7 a link inside of one by Facebook": `#https://l.facebook.com/l.php?u=${encoded}&h=AT0`,
  "K7 an address in letters of full width": `#${encodeURIComponent([...buyersAddress.slice(1)].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(""))}`,
};

export const rows = {
  async "control: the scenario of an address opens"(row) {
    await opens(row, buyersAddress, withBuyers);
    await opens(row, "", asPublished);
  },
  ...Object.fromEntries(Object.entries(same).map(([name, address]) => [name, (row) => opens(row, address, withBuyers)])),
  async "B06 a newsletter’s words behind the card alone"(row) {
    await opens(row, `${baseline}?utm_source=news`, asPublished);
  },
  async "O8 with everything switched the address has at most 400 letters, and opens again"(row) {
    await opens(row, "#pic-2019@2/ct-2019/on=1es0p0804m4g8k30dag02/off=1zwf1zqzvbvfqcwzjnfz1", { grade: "F", total: "17", change: "down 62", component: "0", sections: ["3.5", "3.5"], on: true });
    await until(() => row.visitor.session.run(() => location.href.length < 400), true);
  },
  async "K7 WordPress adds a secret, and the card opens without a word"(row) {
    await opens(row, "#?secret=Xy12zA", asPublished);
  },
  async "K7 the mark of a place on the page with a tracker behind it is that place"(row) {
    await opens(row, "#section-5?utm_source=news", asPublished);
  },
  async "K7 a wrapper has encoded the hash behind a question"(row) {
    await opens(row, `?lang=en${encodeURIComponent(buyersAddress)}`, withBuyers);
  },
  async "K7 a cut address says so and offers its end"(row) {
    const { visitor } = row;
    await opened(row, buyersAddress.slice(0, -6));
    await visitor.shows(asPublished);
    await visitor.says(".unread", "the address ends within “trafficking-law-reaches-”");
    await visitor.press(`Open it with “${buyers}”`);
    await visitor.shows(withBuyers);
    await until(() => visitor.count(".unread"), 0);
  },
  async "K7 what names a provision behind a question mark is told"(row) {
    await opened(row, `${baseline}?ref=${buyers}`);
    await row.visitor.says(".unread", `ref=${buyers}`);
  },
};
