/** What of WebAssembly the module uses: what rustc emits, and no more. The same stands in index.html. */
export const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "reference-types", "multivalue", "mutable-globals"].map(
  (name) => `--enable-${name}`,
);
