// Starts a module. Its wasm lies beside this file, and shares its version where the host page's snippet has
// one in the query. MODULE is the module's name, set by tools/bundle.
import start from "glue";

const wasm = new URL(`${MODULE}.wasm`, import.meta.url);
wasm.search = new URL(import.meta.url).search;
start({ module_or_path: wasm }).catch((error) => console.error(`${MODULE} could not start:`, error));
