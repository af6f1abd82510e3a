// A host may set the address of an element to what the element has just told, and frameworks do so some time later.
// When the visitor has gone on meanwhile, that must not take the last steps back, nor begin a to and fro.
const LATEST = 2000;
// A host that is not known to answer is taken to do so within this time only: it may want to go back on purpose.
const SOON = 300;

export class Echoes {
  #told = [];
  #last = -Infinity;
  #set;
  #answers = false;

  /** The host is told of a step of its visitor. */
  tells(address) {
    this.#last = performance.now();
    this.#set = undefined;
    this.#told.push({ address, at: this.#last });
  }

  /** The host is told of what it has set itself, or of what the element begins with. */
  confirms() {
    this.#last = performance.now();
  }

  /** Whether what the host sets is more than an echo, where `shown` is what the element shows. */
  isNews(address, shown) {
    const now = performance.now();
    this.#told = this.#told.filter(({ at }) => now - at < LATEST);
    const place = this.#told.findIndex((told) => told.address === address);
    const told = this.#told[place];
    this.#told.splice(0, place + 1);
    if (address === shown || address === this.#set) {
      this.#answers ||= now - this.#last < LATEST;
      return false;
    }
    if (told && now - told.at < (this.#answers ? LATEST : SOON)) return false;
    this.#set = address;
    return true;
  }
}
