// The document module, which the browser module imports when a proposal is opened. Its wasm lies beside this file, and
// shares its version. MODULE is the module's name, set by tools/bundle.
import start, { read } from "glue";

/** Loads the wasm, and returns the function that reads documents. After a failure it can be called again. */
export async function load() {
  const wasm = new URL(`${MODULE}.wasm`, import.meta.url);
  wasm.search = new URL(import.meta.url).search;
  await start({ module_or_path: wasm });
  return read;
}
