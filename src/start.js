// Starts the module. The wasm lies beside this file, and shares its version where the host's
// snippet has one in the query.
import start from "glue";

const wasm = new URL("alesco-proposals.wasm", import.meta.url);
wasm.search = new URL(import.meta.url).search;
start({ module_or_path: wasm }).catch((error) => console.error("alesco-proposals could not start:", error));
