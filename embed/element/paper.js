// What is printed in the place of a frame: the sheet that the frame has handed over, made of the host's own elements, so
// that it runs over the host's pages as all other text does.
const elements = /^(div|section|h[34]|p|ul|li|table|thead|tbody|tr|t[hd]|a)$/;

// A frame for which there is no sheet is no higher than a page.
export const style =
  "@media screen{.paper{display:none}}" +
  "@media print{.paper+iframe{display:none!important}iframe{max-height:24cm;break-inside:avoid}" +
  ".paper{padding:6pt 0;background:#fff;color:#000;font-size:9pt;line-height:1.3;text-align:left}" +
  ".paper h3{margin:0 0 6pt;font-size:16pt}.paper h4{margin:9pt 0 3pt;font-size:11pt}.paper :is(h3,h4){break-inside:avoid;break-after:avoid}" +
  ".paper :is(p,ul,table){margin:0 0 4pt}.paper ul{padding-left:14pt}.paper :is(li,tr){break-inside:avoid}" +
  ".paper table{width:100%;border-collapse:collapse;font-size:9pt}.paper th{font-weight:400}.paper thead th{font-weight:600}" +
  ".paper :is(td,th){padding:1pt 6pt 1pt 0;border-bottom:1px solid #999;text-align:left;vertical-align:top}" +
  ".paper a{color:inherit;word-break:break-all}}";

function made(page, [name, parts, href]) {
  const element = page.createElement(elements.test(name) ? name : "span");
  if (/^https?:/.test(href)) element.href = href;
  element.append(...parts.map((part) => (Array.isArray(part) ? made(page, part) : `${part}`)));
  return element;
}

/** The sheet as an element of the page, from what the frame says it is. */
export function paper(page, sheet) {
  const element = made(page, sheet);
  element.className = "paper";
  return element;
}
