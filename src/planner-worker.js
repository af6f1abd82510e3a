// The planner in a worker: it is handed problems and gives solutions, both as bytes. See planner.js.
let planner;

addEventListener("message", async ({ data: { script, program, problem } }) => {
  try {
    planner ??= import(script).then(async (exports) => {
      await exports.default({ module_or_path: program });
      return exports;
    });
    const solution = (await planner).solve(problem);
    postMessage({ solution }, [solution.buffer]);
  } catch (error) {
    postMessage({ failure: `${error?.message ?? error}` });
  }
});

postMessage({});
