// Minifies what comes on standard input for the browsers that the page promises. How is the first word:
//   module   a script that others import by name
//   classic  a script whose top level belongs to everybody
//   style    a style sheet
//   bundle   an entry in src/ whose imports are put into one classic script; the other words are `name=file`
//   joined   the same as a module, in which the start script stays a file of its own
import { build, transform } from "esbuild";

// The oldest browsers, as README has them: esbuild writes newer syntax in older words, or refuses it.
// What is wrong with the input it tells on standard error.
const small = { minify: true, target: ["safari15.4", "chrome105", "firefox110"], logLevel: "warning" };

const [how, ...names] = process.argv.slice(2);
let input = "";
for await (const part of process.stdin.setEncoding("utf8")) input += part;

async function bundle(format) {
  const { outputFiles } = await build({
    stdin: { contents: input, resolveDir: new URL("../../src", import.meta.url).pathname },
    alias: Object.fromEntries(names.map((name) => name.split("="))),
    // Packages that the scripts import lie here and not beside them.
    nodePaths: [new URL("node_modules", import.meta.url).pathname],
    loader: { ".gz": "binary" },
    // There is no module any more that would have an address.
    define: { "import.meta.url": "document.baseURI" },
    bundle: true,
    format,
    external: format === "esm" ? ["./boot.js"] : [],
    write: false,
    ...small,
  });
  return outputFiles[0].text;
}

const options = {
  module: { format: "esm" },
  classic: {},
  style: { loader: "css" },
};

const formats = { bundle: "iife", joined: "esm" };

try {
  process.stdout.write(how in formats ? await bundle(formats[how]) : (await transform(input, { ...options[how], ...small })).code);
} catch (error) {
  if (!error.errors) console.error(error);
  process.exitCode = 1;
}
