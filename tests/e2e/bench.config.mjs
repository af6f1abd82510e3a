// `cargo xtask bench`: the browser's part.
import config from "./playwright.config.mjs";

export default { ...config, testMatch: "*.bench.mjs", workers: 1, retries: 0 };
