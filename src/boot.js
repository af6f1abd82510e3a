// Fetches the program and the data side by side and starts the calculator. Whatever goes wrong, the
// visitor reads what happened and what to do; the published card stays on the page until the start.

const place = document.getElementById("boot").dataset;

// The page names its files as seen from itself, wherever this script lies.
const address = (name) => new URL(place[name], document.baseURI);

class LoadError extends Error {
  constructor(what, why, advice) {
    super(`${what}: ${why}`);
    this.advice = advice;
  }
}

// The one file that has everything inside brings its own way to it; see inside.js.
const inside = globalThis.lawgradeInside;

const tryAgain = "Check the connection and load the page again.";
const tellUs = "Load the page again. If that does not help, this copy of the calculator is incomplete.";

async function get(address, what) {
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new LoadError(what, "it could not be fetched", tryAgain);
  }
  if (!response.ok) throw new LoadError(what, `the server answered ${response.status}`, tellUs);
  return response;
}

async function getData() {
  const what = "The data of the card";
  const text = inside ? await inside.data() : await (await get(address("data"), what)).text();
  try {
    return JSON.parse(text);
  } catch {
    throw new LoadError(what, "it is damaged", tellUs);
  }
}

// Some browsers remember a script that could not be loaded; another address makes them try again.
async function getProgram(name, again = "") {
  if (typeof WebAssembly !== "object") {
    throw new LoadError(
      "The program",
      "this browser cannot run WebAssembly, or it is switched off",
      "Open the page in another browser, or allow WebAssembly in this one.",
    );
  }
  if (inside) return inside.program(name);
  const bytes = get(address(`${name}Wasm`), "The program");
  let program;
  try {
    program = await import(`${address(`${name}Js`)}${again}`);
  } catch {
    await bytes.catch(() => {});
    throw new LoadError("The program’s script", "it could not be loaded", tryAgain);
  }
  const response = await bytes;
  try {
    await program.default({ module_or_path: response });
  } catch (error) {
    throw new LoadError("The program", `the browser refused to run it (${error.message})`, tellUs);
  }
  return program;
}

// The tools' style sheet. Without it they are plainer and work as well.
function getStyle() {
  if (inside) return;
  const href = address("toolsCss").href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

function tell(title, detail, advice) {
  const notice = document.getElementById("notice");
  const paragraph = (text) => {
    const element = document.createElement("p");
    element.textContent = text;
    return element;
  };
  const heading = document.createElement("strong");
  heading.textContent = title;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = "Load again";
  reload.addEventListener("click", () => location.reload());
  notice.replaceChildren(heading, paragraph(detail), paragraph(advice), reload);
  notice.hidden = false;
}

// A panic ends as a trap of the program, and an exception that crosses the program leaves it half-way
// through its work: either way it can no longer be trusted, wherever it was called from.
let stopped = false;
function onFault(error) {
  const ofProgram = error instanceof WebAssembly.RuntimeError || /\.wasm/.test(error?.stack);
  if (stopped || !ofProgram) return;
  stopped = true;
  tell(
    "The calculator has stopped.",
    "A fault in the program ended it. What is on the page no longer follows the switches.",
    "Load the page again to go on.",
  );
}

async function start() {
  const [program, { framework, card, version }] = await Promise.all([getProgram("page"), getData()]);
  addEventListener("error", (event) => onFault(event.error));
  addEventListener("unhandledrejection", (event) => onFault(event.reason));
  let page;
  try {
    page = program.start(framework, card, `${version}`);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return onFault(error);
    throw new LoadError("The data", error.message, tellUs);
  }
  if (place.frame) import(address("frame")).then(({ inFrame }) => inFrame(page));
  if (place.offline) import(address("offline")).then(({ keepOffline }) => keepOffline()).catch((error) => console.warn(error));
  let tries = 0;
  onFirstTool(async () => {
    await getStyle();
    const tools = await getProgram("tools", tries ? `?${tries}` : "");
    tools.start(framework, card, version, page);
  }, () => (tries += 1));
}

// The tools are a program of their own. It is loaded when a visitor opens the first of them, and again
// when that has failed and another is opened.
function onFirstTool(load, onFailure) {
  const places = [...document.querySelectorAll(".tool > div")];
  const say = (line) => {
    for (const place of places) place.textContent = line;
  };
  let loading;
  const onToggle = async ({ target }) => {
    if (loading || !target.open || !target.matches?.(".tool")) return;
    loading = true;
    say("Loading…");
    try {
      await load();
      removeEventListener("toggle", onToggle, true);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return onFault(error);
      console.error(error);
      say(`This part could not be loaded. ${error.message}. Close it and open it again to try once more.`);
      loading = false;
      onFailure();
    }
  };
  addEventListener("toggle", onToggle, true);
}

start().catch((error) => {
  console.error(error);
  tell("The calculator could not start.", `${error.message}.`, error.advice ?? tellUs);
});
