// What a file “_headers” tells hosts to send with a path of the release, as Netlify and Cloudflare Pages read it.
export function headersOf(text) {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line && !line.startsWith("#"))) {
    if (!line.startsWith(" ")) rules.push([line, {}]);
    else rules.at(-1)[1][line.slice(0, line.indexOf(":")).trim()] = line.slice(line.indexOf(":") + 1).trim();
  }
  return (path) => Object.assign({}, ...rules.filter(([rule]) => rule === "/*" || rule === path).map(([, headers]) => headers));
}
