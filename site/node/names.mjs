// Names as a language writes and sorts them. From standard input comes { locale, codes, texts }: codes of countries in ISO
// 3166, and other names. What is written has the countries' names by their codes, and all names in the language's order.
let input = "";
for await (const part of process.stdin.setEncoding("utf8")) input += part;
const { locale, codes, texts } = JSON.parse(input);

const regions = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
const named = codes.map((code) => [code, regions.of(code.toUpperCase())]).filter(([, name]) => name);
const order = [...new Set([...texts, ...named.map(([, name]) => name)])].sort(new Intl.Collator(locale).compare);
process.stdout.write(JSON.stringify({ countries: Object.fromEntries(named), order }));
