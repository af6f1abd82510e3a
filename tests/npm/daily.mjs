// The tools that are tried with every change: the versions in package.json beside this file.
import esbuild from "esbuild";
import * as vite from "vite";
import webpack from "webpack";

const { default: { devDependencies } } = await import("./package.json", { with: { type: "json" } });

export { esbuild, vite, webpack };
export const beside = import.meta.url;
export const versions = devDependencies;
