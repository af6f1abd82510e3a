// Finds plans. In a document of ours a worker does it, so that a long search holds nothing up and can be stopped. Where
// there can be none (in a page of somebody else's, in the one file, in old browsers, under some policies) the same
// program runs in the page, where a search ends by itself.
import { inside, isTrap } from "./programs.js";
import { trusted } from "./trusted.js";

// In milliseconds: how long a search may hold a page up, and how long a worker may take to start.
const PATIENCE = 1000;
const UNTIL_STARTED = 10000;

export class Planner {
  #calculators;
  #search;
  #worker;
  #inPage;
  #tries = 0;

  // In a page that is not `ours` no worker is started: its policy was not made for that.
  constructor(calculators, ours) {
    [this.#calculators, this.#inPage] = [calculators, Boolean(inside) || !ours];
  }

  /** The solution of a problem, both as bytes; nothing, when it was stopped or another one is to be solved. */
  solve(problem) {
    this.stop();
    const search = { isAsked: false };
    const stopped = new Promise((done) => (search.stop = done));
    this.#search = search;
    const found = this.#find(problem, search).finally(() => {
      if (this.#search === search) this.#search = undefined;
    });
    return Promise.race([stopped, found]);
  }

  stop() {
    const search = this.#search;
    this.#search = undefined;
    search?.stop();
    // A program that computes listens to nothing. A worker that is still starting is for the next search.
    if (search?.isAsked) this.#end();
  }

  dispose() {
    this.stop();
    this.#end();
  }

  #end() {
    this.#worker?.then((worker) => worker.terminate(), () => {});
    this.#worker = undefined;
  }

  async #find(problem, search) {
    const isLast = () => this.#search === search;
    if (!this.#inPage) {
      const worker = await (this.#worker ??= this.#start()).catch((error) => {
        console.info(`Plans are sought in the page: ${error.message}`);
        this.#inPage = true;
      });
      if (!isLast()) return;
      if (worker) {
        try {
          return await this.#ask(worker, problem, search);
        } catch (error) {
          // It may have been the network: the page tries by itself, and the next search another worker.
          if (!isLast()) return;
          console.info(`The planner has failed in its worker: ${error.message}`);
          this.#end();
        }
      }
    }
    return this.#findInPage(problem, isLast);
  }

  #ask(worker, problem, search) {
    search.isAsked = true;
    return new Promise((done, fail) => {
      worker.onerror = (event) => fail(new Error(event.message));
      worker.onmessage = ({ data }) => (data.solution ? done(data.solution) : fail(new Error(data.failure)));
      const [script, program] = ["plannerJs", "plannerWasm"].map((name) => this.#calculators.programs.address(name).href);
      worker.postMessage({ script, program, problem });
    });
  }

  async #findInPage(problem, isLast) {
    const { programs } = this.#calculators;
    let planner;
    try {
      planner = await programs.program("planner", this.#tries ? `?${this.#tries}` : "");
      // What was pressed is shown first.
      await new Promise((done) => setTimeout(done));
      if (!isLast()) return;
      const begun = performance.now();
      return planner.solve(problem, () => performance.now() - begun < PATIENCE);
    } catch (error) {
      this.#tries += 1;
      console.error(error);
      // A program that has stopped is of no further use. In the one file it is that of the calculator, too.
      if (isTrap(error) && !inside) programs.forget("planner", planner);
      else this.#calculators.onFault(error);
      throw new Error(`${this.#calculators.explain(error)}. ${this.#calculators.say(error.advice ?? "incomplete")}`);
    }
  }

  #start() {
    return new Promise((done, fail) => {
      const worker = new Worker(trusted(this.#calculators.programs.address("plannerWorker").href), { type: "module" });
      const fails = (message) => {
        worker.terminate();
        fail(new Error(message));
      };
      const timer = setTimeout(() => fails("the worker did not start"), UNTIL_STARTED);
      worker.onerror = (event) => {
        event.preventDefault();
        clearTimeout(timer);
        fails(event.message ?? "the worker could not be loaded");
      };
      worker.onmessage = () => {
        clearTimeout(timer);
        done(worker);
      };
    });
  }
}
