// The document module, which the browser module imports when a proposal is opened.
import { initSync, read } from "glue";
import { loadWasm } from "./wasm.js";

/** Loads the wasm, and returns the function that reads documents. After a failure it can be called again. */
export async function load() {
  initSync(await loadWasm());
  return read;
}
