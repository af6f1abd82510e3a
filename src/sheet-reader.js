// Reads large spreadsheets in a worker, so that the page goes on and reading can be stopped. Where there can be no worker,
// the page reads by itself.
import { trusted } from "./trusted.js";

export class SheetReader {
  #programs;
  #program;
  #worker;
  #stopped;

  constructor(programs, program) {
    [this.#programs, this.#program] = [programs, program];
  }

  /** The sheets as JSON; nothing, when it was stopped. */
  async read(name, bytes) {
    this.stop();
    const stopped = new Promise((done) => (this.#stopped = done));
    return Promise.race([stopped, this.#read(name, bytes)]);
  }

  stop() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#stopped?.();
    this.#stopped = undefined;
  }

  async #read(name, bytes) {
    try {
      return await this.#inWorker(name, bytes);
    } catch (error) {
      console.info(`The file is read in the page: ${error.message}`);
      // What was said of it is shown first.
      await new Promise((done) => setTimeout(done, 50));
      return this.#program.sheets(name, bytes);
    } finally {
      this.#worker?.terminate();
      this.#worker = undefined;
    }
  }

  #inWorker(name, bytes) {
    return new Promise((done, fail) => {
      const [address, script, program] = ["makeWorker", "makeJs", "makeWasm"].map((file) => this.#programs.address(file).href);
      const worker = new Worker(trusted(address), { type: "module" });
      this.#worker = worker;
      worker.onerror = (event) => {
        event.preventDefault();
        fail(new Error(event.message ?? "the worker could not be loaded"));
      };
      worker.onmessage = ({ data }) => ("sheets" in data ? done(data.sheets) : fail(new Error(data.failure)));
      worker.postMessage({ script, program, name, bytes });
    });
  }
}
