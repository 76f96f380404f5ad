// The document module, which the browser module imports when a proposal is opened.
import { initSync, read } from "glue";
import { loadWasm } from "./wasm.js";

let started;

/** Loads the wasm once, and returns the function that reads documents. After a failure it can be called again. */
export async function load() {
  started ??= loadWasm().then(initSync);
  try {
    await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
  return read;
}
