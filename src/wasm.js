// Loads a module's wasm. It lies beside the JavaScript, and shares its version where the host page's snippet has one in the
// query. MODULE is the module's name and BUILD that of this build, both set by tools/bundle.

const wasm = new URL(`${MODULE}.wasm`, import.meta.url);
wasm.search = new URL(import.meta.url).search;

/** The request for the wasm, with the mode and credentials of the page's preload: a browser uses a preload for no other. */
function request(cache) {
  const links = [...document.querySelectorAll("link[rel=preload]")];
  const preload = links.find((link) => link.href === wasm.href);
  // Without crossorigin a file of another origin cannot be read.
  const isPlain = preload?.crossOrigin === null && wasm.origin === location.origin;
  return new Request(wasm, isPlain ? { mode: "no-cors", credentials: "include", cache } : { cache });
}

/** Fetches and compiles the wasm. `cache` is the cache mode of the request: "default" or "reload". */
async function compile(cache) {
  const response = await fetch(request(cache));
  const isStreamable = response.headers.get("content-type")?.startsWith("application/wasm");
  return isStreamable ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** True if a module has the empty section that tools/stamp.mjs has named after this build. */
const isOfThisBuild = (module) => WebAssembly.Module.customSections(module, BUILD).length > 0;

/** Returns what `initSync` of wasm-bindgen's glue takes. */
export async function loadWasm() {
  let module = await compile("default");
  // A cache may hold the wasm of another version.
  if (!isOfThisBuild(module)) module = await compile("reload");
  if (!isOfThisBuild(module)) throw new Error(`${MODULE}.js and ${MODULE}.wasm are of different versions`);
  return { module };
}
