// Reads a spreadsheet in a worker: see sheet-reader.js.
addEventListener("message", async ({ data: { script, program, name, bytes } }) => {
  try {
    const exports = await import(script);
    await exports.default({ module_or_path: program });
    postMessage({ sheets: exports.sheets(name, bytes) });
  } catch (error) {
    postMessage({ failure: `${error?.message ?? error}` });
  }
});
