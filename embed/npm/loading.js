// Compiles a program, from whatever it is handed over as, once for all who ask for it, and says what is wrong where that
// does not work.

const remedy =
  "Hand over the file lawgrade.wasm of the package: load(address), load(bytes) or load(module); its README says how for each bundler. " +
  "For spreadsheets it is reader.wasm: loadReader({ program }).";

/** An error with the package's name. */
export const failed = (what, cause) => new Error(`lawgrade: ${what}`, { cause });
const kind = (value) => Object.prototype.toString.call(value).slice("[object ".length, -1);

/**
 * Makes the function `load` for an environment where the program is at one of these places. Each gives it in a form
 * that `load` takes, or nothing; the next is tried where one does not work. `instantiated` makes of a compiled module what
 * `load` gives.
 */
export function loaderOf(instantiated, places) {
  let latest;

  // What has succeeded once counts for good. Until then, whoever asks for the same waits for the same.
  return function load(program) {
    // Its failure is told by what waits for it below, or it was not needed.
    Promise.resolve(program).catch(() => {});
    if (latest && (latest.ready || latest.program === program)) return latest.api;
    const attempt = { program, ready: false };
    attempt.api = latest ? latest.api.catch(() => start(program)) : start(program);
    attempt.api.then(
      () => (attempt.ready = true),
      () => (latest = latest === attempt ? undefined : latest),
    );
    latest = attempt;
    return attempt.api;
  };

  async function start(program) {
    if (typeof WebAssembly !== "object") {
      throw failed("there is no WebAssembly here. Some browsers switch it off to be safer, as Lockdown Mode does; allow it for this site.");
    }
    if (program !== undefined) return instantiated(await compiled(program));
    const failures = [];
    for (const place of places) {
      try {
        const found = await place();
        if (found !== undefined) return await instantiated(await compiled(found));
      } catch (failure) {
        failures.push(failure);
      }
    }
    throw failures[0];
  }
}

// A WebAssembly.Module of anything that may be handed over. Kinds are told by name: what comes from another
// window or worker is of no class of this one.
async function compiled(handed) {
  const program = await handed;
  if (kind(program) === "WebAssembly.Module") return program;
  if (["URL", "Request"].includes(kind(program)) || typeof program === "string") return fetched(program);
  if (typeof program?.arrayBuffer === "function") return answered(program);
  if (ArrayBuffer.isView(program)) return fromBytes(new Uint8Array(program.buffer, program.byteOffset, program.byteLength));
  if (["ArrayBuffer", "SharedArrayBuffer"].includes(kind(program))) return fromBytes(new Uint8Array(program));
  // `{ module }`, and what `import()` gives where it makes a module of the file.
  const within = program?.module ?? program?.default;
  if (within !== undefined && within !== program) return compiled(within);
  throw failed(`load() was handed ${program === null ? "null" : `a ${kind(program)}`}. It takes an address, a response, bytes or a WebAssembly.Module. ${remedy}`);
}

async function fetched(address) {
  let answer;
  try {
    answer = await fetch(address);
  } catch (error) {
    throw failed(`${address.url ?? address} could not be fetched: ${error.cause?.message ?? error.message}. Where programs cannot fetch, as Node cannot fetch files, read it and hand over the bytes.`, error);
  }
  return answered(answer);
}

async function answered(response) {
  const name = response.url || "the response";
  if (response.ok === false) throw failed(`${name} was answered with status ${response.status}. ${remedy}`);
  let spare;
  try {
    spare = response.clone?.() ?? response;
  } catch (error) {
    throw failed(`${name} was read already; hand over one that is not.`, error);
  }
  // Compiled while it comes, where the server says what it is.
  if (spare !== response && WebAssembly.compileStreaming && /^application\/wasm/.test(response.headers?.get("content-type"))) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch {
      // What is wrong with it is seen in its bytes.
    }
  }
  return fromBytes(new Uint8Array(await spare.arrayBuffer()), name);
}

async function fromBytes(shared, name = "what load() was handed") {
  // A copy, since shared memory is not compiled.
  const bytes = shared.slice();
  if (![0, 0x61, 0x73, 0x6d].every((byte, place) => bytes[place] === byte)) throw failed(`${name} is no program: ${beginning(bytes)} ${remedy}`);
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    if (!WebAssembly.validate(bytes)) throw failed(`${name} is damaged or cut off, or this browser is too old for it: ${error.message}`, error);
    throw forbidden(error);
  }
}

/** Why a program may not run here, where a policy forbids it. */
export const forbidden = (error) =>
  failed(
    "programs may not be compiled here. A page must allow it by 'wasm-unsafe-eval' in the script-src of its content " +
      `security policy; Cloudflare Workers and the like must hand over a WebAssembly.Module: load(module). ${error.message}`,
    error,
  );

function beginning(bytes) {
  if (bytes.length === 0) return "it is empty.";
  const text = new TextDecoder().decode(bytes.slice(0, 24)).replace(/[^ -~]/g, "·");
  if (!/^\W*</.test(text)) return `it begins with “${text}”.`;
  return `it begins with “${text}”, so a page was sent in its place. In Vite's development server, put "lawgrade" into optimizeDeps.exclude.`;
}
