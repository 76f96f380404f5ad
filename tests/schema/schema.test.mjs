// The published schema of snapshots: it is valid itself, and the snapshots that the builder writes conform to it. It
// allows no other fields, so a field that is added to the snapshot has to be added to the schema.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const SCHEMA = read("docs/snapshot.schema.json");
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMA);

/** Asserts that a snapshot conforms. */
function conforms(snapshot) {
  validate(snapshot);
  assert.deepEqual(validate.errors ?? [], []);
}

test("the demonstration's snapshot conforms", () => conforms(read("snapshot/proposals.json")));

test("a snapshot with every field conforms", () => conforms(read("tests/fixtures/snapshot-maximal.json")));

test("the snapshot with every field has every field of the schema", () => {
  const missing = [];
  const look = (schema, values, path) => {
    const target = schema.$ref ? SCHEMA.$defs[schema.$ref.split("/").at(-1)] : schema;
    if (target.items) return look(target.items, values.flat(), `${path}[]`);
    for (const branch of target.oneOf ?? [target]) {
      for (const [key, property] of Object.entries(branch.properties ?? {})) {
        const found = values.filter((value) => value && Object.hasOwn(value, key)).map((value) => value[key]);
        if (found.length === 0) missing.push(`${path}.${key}`);
        else look(property, found, `${path}.${key}`);
      }
    }
  };
  look(SCHEMA, [read("tests/fixtures/snapshot-maximal.json")], "");
  assert.deepEqual(missing, []);
});

test("a snapshot with another field, or without a required one, does not conform", () => {
  const snapshot = read("snapshot/proposals.json");
  assert.equal(validate({ ...snapshot, more: 1 }), false);
  assert.equal(validate({ ...snapshot, made_at: undefined }), false);
  assert.equal(validate({ ...snapshot, schema: 2 }), false);
});
