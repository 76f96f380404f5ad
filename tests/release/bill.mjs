/** Returns a bill in the form in which cargo-cyclonedx 0.5.9 writes it, shortened, where cargo names the crate `name`. */
export function billOf(name) {
  const leptos = "registry+https://github.com/rust-lang/crates.io-index#leptos@0.8.23";
  const serde = "registry+https://github.com/rust-lang/crates.io-index#serde@1.0.229";
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      timestamp: "2026-09-21T14:13:20.000000000Z",
      tools: [{ vendor: "CycloneDX", name: "cargo-cyclonedx", version: "0.5.9" }],
      component: {
        type: "application",
        "bom-ref": name,
        name: "alesco-proposals",
        version: "0.1.0",
        scope: "required",
        licenses: [{ expression: "MIT" }],
        purl: "pkg:cargo/alesco-proposals@0.1.0?download_url=file://.",
        components: [
          {
            type: "library",
            "bom-ref": `${name} bin-target-0`,
            name: "alesco_proposals",
            version: "0.1.0",
            purl: "pkg:cargo/alesco-proposals@0.1.0?download_url=file://.#src/lib.rs",
          },
        ],
      },
      properties: [{ name: "cdx:rustc:sbom:target:triple", value: "wasm32-unknown-unknown" }],
    },
    components: [
      {
        type: "library",
        "bom-ref": leptos,
        name: "leptos",
        version: "0.8.23",
        scope: "required",
        hashes: [{ alg: "SHA-256", content: "4b0f9f061ff585050a77e18b93a58d6c881c6785f473fc98924c4f77da50d891" }],
        licenses: [{ expression: "MIT" }],
        purl: "pkg:cargo/leptos@0.8.23",
      },
      {
        type: "library",
        "bom-ref": serde,
        author: "Erick Tryzelaar <erick.tryzelaar@gmail.com>, David Tolnay <dtolnay@gmail.com>",
        name: "serde",
        version: "1.0.229",
        scope: "required",
        hashes: [{ alg: "SHA-256", content: "4148590afebada386688f18773da617792bf2ef03ffc1e4cbd2b1d45b023e0ba" }],
        licenses: [{ expression: "MIT OR Apache-2.0" }],
        purl: "pkg:cargo/serde@1.0.229",
      },
    ],
    dependencies: [
      { ref: name, dependsOn: [leptos, serde] },
      { ref: leptos, dependsOn: [serde] },
      { ref: serde },
    ],
  };
  return JSON.stringify(bill, null, 2);
}
