// A small client of the WebDriver protocol, https://www.w3.org/TR/webdriver2/: what the tests use of it.
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const SLOWEST = 30_000;

// Keys that are no letters, as the protocol writes them.
export const key = { tab: "\ue004", enter: "\ue007", space: " ", control: "\ue009", shift: "\ue008", down: "\ue015" };

async function command(address, method, body) {
  const what = `${method} ${new URL(address).pathname}`;
  const response = await fetch(address, {
    method,
    body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
    headers: { "content-type": "application/json" },
    signal: AbortSignal.timeout(SLOWEST),
  }).catch((error) => {
    throw new Error(`${what} ${JSON.stringify(body ?? {}).slice(0, 200)}: ${error.message}`);
  });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Error(`${what}: ${value.error}: ${value.message}`);
}

function findDeep(selector) {
  const find = (root) => root.querySelector(selector) ?? [...root.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot && find(shadowRoot)).find(Boolean) ?? null;
  return find(document);
}

export class Session {
  #address;

  // A browser of the driver that listens at this address.
  static async start(driver, capabilities) {
    const session = new Session();
    const { sessionId, capabilities: found } = await command(`${driver}/session`, "POST", { capabilities: { alwaysMatch: capabilities } });
    session.#address = `${driver}/session/${sessionId}`;
    session.version = `${found.browserName} ${found.browserVersion}`;
    return session;
  }

  post = (path, body) => command(`${this.#address}/${path}`, "POST", body);
  get = (path) => command(`${this.#address}/${path}`, "GET");
  end = () => command(this.#address, "DELETE");

  // Closes the window that is open.
  close = () => command(`${this.#address}/window`, "DELETE");

  go = (url) => this.post("url", { url });
  address = () => this.get("url");
  back = () => this.post("back");
  forward = () => this.post("forward");
  reload = () => this.post("refresh");
  picture = async () => Buffer.from(await this.get("screenshot"), "base64");
  // The page as a PDF; sizes in centimetres.
  print = async (options) => Buffer.from(await this.post("print", options ?? {}), "base64");

  // Runs a function in the page and gives what it returns.
  run = (work, ...args) => this.post("execute/sync", { script: `return (${work}).apply(null, arguments)`, args });

  async find(using, value) {
    return new Element(this, (await this.post("element", { using, value }))[ELEMENT]);
  }

  css = (selector) => this.find("css selector", selector);
  xpath = (path) => this.find("xpath", path);

  async focused() {
    return new Element(this, (await this.get("element/active"))[ELEMENT]);
  }

  // Presses keys one after the other; in a list within, all of them are held together.
  async press(...keys) {
    const actions = keys.flatMap((held) => [
      ...[held].flat().map((value) => ({ type: "keyDown", value })),
      ...[held].flat().reverse().map((value) => ({ type: "keyUp", value })),
    ]);
    await this.post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  // Does something inside the frame that this selector finds, in the page or in a shadow root.
  async within(selector, work) {
    const frame = await this.run(findDeep, selector);
    if (!frame) throw new Error(`there is no ${selector}`);
    await this.post("frame", { id: frame });
    try {
      return await work();
    } finally {
      // Where the frame has gone, so has the way out of it.
      await this.post("frame/parent").catch(() => this.post("frame", { id: null }));
    }
  }
}

class Element {
  #session;
  #id;

  constructor(session, id) {
    this.#session = session;
    this.#id = id;
  }

  // As an argument of a script or a command.
  toJSON() {
    return { [ELEMENT]: this.#id };
  }

  click = () => this.#session.post(`element/${this.#id}/click`);
  type = (text) => this.#session.post(`element/${this.#id}/value`, { text });
  label = () => this.#session.get(`element/${this.#id}/computedlabel`);
}
