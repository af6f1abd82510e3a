// For programs that `require`. What it gives is the one module, so nothing is there twice.
"use strict";
exports.load = async (program) => (await import("./lawgrade.js")).load(program);
