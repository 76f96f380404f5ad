// The software bill of materials.
import { test } from "node:test";
import assert from "node:assert/strict";
import { checkCrates, withoutFolder } from "../../tools/release/sbom.mjs";
import { billOf } from "./bill.mjs";

const URL = "pkg:cargo/alesco-proposals@0.1.0";
// Cargo leaves the crate's name out where the folder has it.
const NAMES = ["path+file:///home/first/widget#alesco-proposals@0.1.0", "path+file:///tmp/a%20b/alesco-proposals#0.1.0"];
const bills = NAMES.map((name) => withoutFolder(billOf(name)));

test("clones in two folders have the same bill, byte for byte", () => {
  assert.equal(JSON.stringify(bills[0]), JSON.stringify(bills[1]));
});

test("nothing of the folder is left, and no address of a file", () => {
  for (const bill of bills) assert.doesNotMatch(JSON.stringify(bill), /file:|first|widget|tmp|a%20b/);
});

test("the crate has its package URL instead, with its targets and its dependencies", () => {
  const [{ metadata, dependencies }] = bills;
  const { component } = metadata;
  assert.deepEqual([component["bom-ref"], component.purl], [URL, URL]);
  assert.deepEqual([component.components[0]["bom-ref"], component.components[0].purl], [`${URL} bin-target-0`, `${URL}#src/lib.rs`]);
  assert.equal(dependencies[0].ref, URL);
});

test("all else stays as cargo-cyclonedx wrote it, in its order", () => {
  // Where there is nothing to take out.
  const written = billOf(URL).replaceAll("?download_url=file://.", "");
  assert.equal(JSON.stringify(bills[0], null, 2), written);
});

test("a crate without a licence or a checksum is named", () => {
  checkCrates(bills[0]);
  for (const missing of ["licenses", "hashes"]) {
    const components = bills[0].components.map((crate) => (crate.name === "serde" ? { ...crate, [missing]: [] } : crate));
    assert.throws(() => checkCrates({ components }), { message: "The bill of materials has no licence or checksum of serde" });
  }
});
