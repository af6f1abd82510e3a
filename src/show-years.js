// The years in a framework's page: loaded when their fold is opened, or when the address asks for something of them.
import { made } from "./made.js";

const NAMES = ["year", "line", "from", "to"];

/** Has the fold show the years, where a page has any; `overview` shows all cards. */
export function showYears(fold, overview) {
  if (!fold) return;
  const status = fold.querySelector("[role=status]");
  const address = (name) => new URL(name, document.baseURI).href;
  let [history, tries] = [undefined, 0];
  // Under the strict policy, too, a page may load a sheet of its own host.
  function styled() {
    const sheet = made("link", "", { rel: "stylesheet", href: address(fold.dataset.style) });
    return new Promise((done, fail) => {
      sheet.onload = done;
      sheet.onerror = () => {
        sheet.remove();
        fail(new Error(`${sheet.href} was not loaded`));
      };
      document.head.append(sheet);
    });
  }

  async function load() {
    // Some browsers remember a script that could not be loaded; another address makes them try again.
    const again = tries ? `?${tries}` : "";
    tries += 1;
    const [{ History }, response] = await Promise.all([import(address(fold.dataset.script) + again), fetch(address(fold.dataset.file)), styled()]);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    new History(fold, await response.json(), overview);
  }
  fold.addEventListener("toggle", async () => {
    if (!fold.open || history) return;
    status.textContent = "";
    history = load();
    try {
      await history;
    } catch (error) {
      console.warn(error);
      history = undefined;
      status.textContent = fold.dataset.failed;
    }
  });
  const open = () => {
    const asked = new URLSearchParams(location.search);
    // Once they are there, they follow the address by themselves, and a fold that a visitor has closed stays closed.
    if (!history && NAMES.some((name) => asked.has(name))) fold.open = true;
  };
  addEventListener("popstate", open);
  open();
}
