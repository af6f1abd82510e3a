// Puts the code for other pages together from what the visitor chooses, and shows the calculator so.
(() => {
  const $ = (id) => document.getElementById(id);
  const home = new URL("./", document.baseURI);
  // Isolated pages load scripts only in this way, which fails where the server does not allow it.
  let crossorigin = "";
  const ours = $("accent").value;
  let shown;

  const chosen = () => ({
    form: document.querySelector("input[name=form]:checked").value,
    card: $("card").value,
    view: viewOf($("card").value),
    parts: partsOf($("card").value),
    address: address(),
    lang: $("lang").value,
    theme: $("theme").value,
    accent: $("accent").value === ours ? "" : $("accent").value,
    serif: $("serif").value,
    height: Math.min(4000, Math.max(200, Number.parseInt($("height").value, 10) || 700)),
  });

  // Cards of frameworks with a page of their own stand together under its name.
  const framework = (card) => ($("card").selectedOptions[0].closest("optgroup") ? card.split("/")[0] : undefined);

  // Only those have something of all cards to show, and each its own parts: years and a map not all of them.
  function viewOf(card) {
    const views = framework(card) ? $("card").selectedOptions[0].closest("optgroup").dataset.views.split(" ") : [];
    for (const option of $("view").options) option.disabled = option.value !== "" && !views.includes(option.value);
    if ($("view").selectedOptions[0].disabled) $("view").value = "";
    return $("view").value;
  }

  // Only Connecticut's card has a short form, and that has parts of its own.
  function partsOf(card) {
    const short = $("part-short");
    short.disabled = Boolean(framework(card));
    const isShort = short.checked && !short.disabled;
    const others = [...document.querySelectorAll("[id^=part-]:not(#part-short)")];
    for (const other of others) other.disabled = isShort;
    return isShort ? short.value : others.filter(({ checked }) => checked).map(({ value }) => value).join(" ");
  }

  // Browsers write letters such as “,” as they like.
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  // The card alone is what the code begins with anyway.
  const begins = (address) => ($("address").value = address === $("card").value ? "" : address);

  // A link, an address or nothing; what is neither is told and not used.
  function address() {
    const typed = $("address").value.trim();
    const part = typed.includes("#") ? typed.slice(typed.indexOf("#") + 1) : typed;
    // Whatever edition of the rules it was made under.
    const named = part.replace(/^([\w-]+)@\d+/, "$1");
    const known = part === "" || named === $("card").value || named.startsWith(`${$("card").value}/`);
    const plain = /^[\w./,=:%@-]*$/.test(part);
    $("address-problem").textContent = known && plain ? "" : `This is no scenario of the card “${$("card").value}”: ${typed.slice(0, 80)}`;
    return known && plain ? part : "";
  }

  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const all = "panel tools provisions";

  function attributes({ form, card, view, parts, address, lang, theme, height }) {
    const shown = view ? { framework: framework(card), view } : { address: address || card, parts: parts === all ? undefined : parts };
    const list = { ...shown, theme: theme === "auto" ? undefined : theme, lang: lang || undefined, height };
    return { ...list, ...(form === "frameless" && !framework(card) && parts !== "short" ? { frameless: "" } : {}) };
  }

  const looks = ({ accent, serif }) => ({ "--lawgrade-accent": accent, "--lawgrade-serif": serif });

  const written = (pairs) =>
    Object.entries(pairs)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(`${value}`)}"`))
      .join("");

  // A page in a language: English has the plain name.
  const pageFor = (stem, lang) => new URL(lang && lang !== "en" ? `${stem}.${lang}.html` : `${stem}.html`, home);

  function frameAddress({ address, card, view, parts, lang, theme, accent, serif }) {
    const source = pageFor(framework(card) ? `frameworks/embed-${framework(card)}` : "embed", lang);
    if (view) source.searchParams.set("view", view);
    else if (parts !== all) source.searchParams.set("parts", parts);
    if (theme !== "auto") source.searchParams.set("theme", theme);
    const set = Object.entries({ accent, serif }).filter(([, value]) => value);
    if (set.length > 0) source.searchParams.set("style", set.map((pair) => pair.join(":")).join(";"));
    source.hash = view ? "" : address || card;
    return source.href;
  }

  // What is left where scripts are taken out, and what a browser shows that is too old.
  function pageAddress({ address, card, view, lang }) {
    const page = pageFor(framework(card) ? `frameworks/${framework(card)}` : "connecticut", lang);
    return escaped(Object.assign(page, { hash: (view === "ranking" ? "overview" : view) || address || card }).href);
  }

  // The same settings on an element that editors know. What is its address on ours is the mark of a place here.
  function placeAttributes({ address, ...others }) {
    const named = Object.entries(others).map(([name, value]) => [`data-${name}`, value]);
    return { "data-lawgrade": address ?? "", ...Object.fromEntries(named) };
  }

  function code(choice) {
    const link = `<a href="${pageAddress(choice)}">${choice.lang === "es" ? "Abrir la calculadora" : "Open the calculator"}</a>`;
    if (choice.form === "iframe") {
      const frame = { src: frameAddress(choice), title: "Lawgrade: what a change in the law would do to its grade", width: "100%", height: choice.height, frameborder: 0, loading: "lazy", allow: "clipboard-write; web-share" };
      return `<div><iframe${written(frame)}></iframe><p>${link}</p></div>`;
    }
    const style = Object.entries(looks(choice)).filter(([, value]) => value).map((pair) => pair.join(": ")).join("; ");
    const script = `<script async${crossorigin} src="${new URL("embed.js", home).href}"></script>`;
    const [name, settings] = choice.form === "place" ? ["div", placeAttributes(attributes(choice))] : ["law-grade", attributes(choice)];
    return `${script}\n<${name}${written({ ...settings, style: style || undefined })}>${link}</${name}>`;
  }

  function preview(choice) {
    const element = document.createElement({ iframe: "iframe", place: "div" }[choice.form] ?? "law-grade");
    if (choice.form === "iframe") {
      Object.assign(element, { src: frameAddress(choice), title: "The calculator as a plain frame", width: "100%", height: choice.height, frameBorder: "0" });
    } else {
      const shown = choice.form === "place" ? placeAttributes(attributes(choice)) : attributes(choice);
      for (const [name, value] of Object.entries(shown)) if (value !== undefined) element.setAttribute(name, value);
      for (const [name, value] of Object.entries(looks(choice))) if (value) element.style.setProperty(name, value);
    }
    $("preview").replaceChildren(element);
  }

  // White letters must be readable on the colour, and the colour on white: WCAG asks for 4.5 to 1.
  function contrast(colour) {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  }

  function tellContrast({ accent }) {
    const ratio = contrast(accent || ours);
    $("contrast").textContent = ratio < 4.5 ? `This colour is hard to read on white: ${ratio.toFixed(1)} to 1, and 4.5 is needed. A darker one is better.` : "";
  }

  function follow() {
    const choice = chosen();
    $("code").value = code(choice);
    $("copied").textContent = "";
    tellContrast(choice);
    const framed = framework(choice.card) ? "This card always comes in a frame." : choice.parts === "short" ? "The short form always comes in a frame." : "";
    $("card-help").textContent = choice.form === "frameless" ? framed : "";
    // What the visitor switches in the preview is written to the code, and must not make the preview anew.
    const looksAlike = JSON.stringify(choice);
    if (looksAlike !== shown) preview(choice);
    shown = looksAlike;
  }

  $("choices").addEventListener("input", follow);
  $("choices").addEventListener("submit", (event) => event.preventDefault());
  $("accent-reset").addEventListener("click", () => {
    $("accent").value = ours;
    follow();
  });
  $("preview").addEventListener("lawgrade-change", ({ detail }) => {
    // What it begins with is no news, and what is typed meanwhile is not overwritten.
    if (detail.address === (address() || $("card").value)) return;
    begins(detail.address);
    const choice = chosen();
    $("code").value = code(choice);
    shown = JSON.stringify(choice);
  });
  $("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText($("code").value);
      $("copied").textContent = "The code is in the clipboard.";
    } catch {
      $("code").focus();
      $("code").select();
      $("copied").textContent = "This browser does not let the page copy. The code is selected: press Ctrl or Cmd with C.";
    }
  });
  fetch(new URL("embed.js", home), { method: "HEAD" })
    .then(({ headers }) => {
      if (headers.get("access-control-allow-origin") === "*") crossorigin = " crossorigin";
      $("code").value = code(chosen());
    })
    .catch(() => {});
  // The calculator's link leads here with the scenario that it shows.
  const begin = () => {
    const named = decoded(location.hash.slice(1));
    const card = /^([\w-]+)(?:@\d+)?\/([\w-]+)/.exec(named)?.slice(1).join("/");
    if ([...$("card").options].some(({ value }) => value === card)) $("card").value = card;
    begins(named);
    follow();
  };
  addEventListener("hashchange", begin);
  begin();
})();
