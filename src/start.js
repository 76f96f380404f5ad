// Starts a module. MODULE is its name, set by tools/bundle.
import { initSync } from "glue";
import { loadWasm } from "./wasm.js";

loadWasm().then(initSync).catch((error) => console.error(`${MODULE} could not start: ${error}`));
