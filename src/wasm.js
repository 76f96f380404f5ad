// Loads a module's wasm. It lies beside the JavaScript, and shares its version where the host page's snippet has one in the
// query. MODULE is the module's name and BUILD that of this build, both set by tools/bundle.

const wasm = new URL(`${MODULE}.wasm`, import.meta.url);
wasm.search = new URL(import.meta.url).search;

/** The request that the page's preload has sent, if there is one: a browser uses a preload for its like only. */
function request(cache) {
  const links = [...document.querySelectorAll("link[rel=preload]")];
  const preload = links.find((link) => link.href === wasm.href);
  // Without crossorigin a file of another origin cannot be read.
  const isPlain = preload?.crossOrigin === null && wasm.origin === location.origin;
  return new Request(wasm, isPlain ? { mode: "no-cors", credentials: "include", cache } : { cache });
}

/** Compiles the wasm; an error page is none. `cache` is that of a request: "default" or "reload". */
async function compile(cache) {
  const response = await fetch(request(cache));
  const isStreamable = response.headers.get("content-type")?.startsWith("application/wasm");
  return isStreamable ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The wasm file of a build has an empty section of its name. */
const isOfThisBuild = (module) => WebAssembly.Module.customSections(module, BUILD).length > 0;

/** Returns what `initSync` of wasm-bindgen's glue takes. */
export async function loadWasm() {
  let module = await compile("default");
  // A cache may hold the wasm of another version.
  if (!isOfThisBuild(module)) module = await compile("reload");
  if (!isOfThisBuild(module)) throw new Error(`${MODULE}.js and ${MODULE}.wasm are of different versions`);
  return { module };
}
