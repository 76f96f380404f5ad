// The software bill of materials.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sbom } from "../../tools/release/sbom.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bill = sbom(root, 1_790_000_000);
const named = (name) => bill.components.filter((component) => component.name === name);

test("it is of the format CycloneDX 1.6, and of the commit's time", () => {
  assert.deepEqual([bill.bomFormat, bill.specVersion], ["CycloneDX", "1.6"]);
  assert.equal(bill.metadata.timestamp, "2026-09-21T14:13:20.000Z");
});

test("what is in the modules is required, what only builds them is excluded", () => {
  const scopes = Object.fromEntries(["leptos", "pulldown-cmark", "rust-std", "serde", "serde_derive", "syn", "wasm-bindgen-macro"].map((name) => [name, named(name)[0]?.scope]));
  assert.equal(scopes.leptos, "required");
  assert.equal(scopes["pulldown-cmark"], "required");
  assert.equal(scopes["rust-std"], "required");
  assert.equal(scopes.serde, "required");
  assert.equal(scopes.serde_derive, "excluded");
  assert.equal(scopes["wasm-bindgen-macro"], "excluded");
});

test("crates of the snapshot builder and of the tests are not listed", () => {
  for (const name of ["ureq", "rustls", "lexopt", "icu_datetime", "proptest", "criterion"]) assert.deepEqual(named(name), [], name);
});

test("each crate has its licence, and the checksum of Cargo.lock", () => {
  const lock = readFileSync(`${root}Cargo.lock`, "utf8");
  for (const { name, version, licenses, hashes, purl } of bill.components) {
    assert.ok(licenses?.[0].expression, `${name} has no licence`);
    if (purl.startsWith("pkg:cargo/")) assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\n`) && lock.includes(hashes[0].content), name);
  }
});

test("components are named once, and dependencies lead to components", () => {
  const references = bill.components.map((component) => component["bom-ref"]).concat(bill.metadata.component["bom-ref"]);
  assert.equal(new Set(references).size, references.length);
  assert.deepEqual(bill.dependencies.map(({ ref }) => ref).sort(), [...references].sort());
  const unknown = bill.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((reference) => !references.includes(reference));
  assert.deepEqual(unknown, []);
});
