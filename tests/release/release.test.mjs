// `make release`, on a folder in place of what a build leaves.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { billOf } from "./bill.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [, VERSION] = readFileSync(`${root}Cargo.toml`, "utf8").match(/^version = "(.+)"$/m);
const NAME = `alesco-proposals-${VERSION}`;
const FILES = ["embed/b.wasm", "embed/a.js", "embed/a.css", "embed/locales/de.json", "standalone/index.html", "embed/LICENSE"];

let folder;

/** Makes a folder as a build leaves one. */
function dist(name, files, { mode, time }) {
  for (const file of files) {
    const path = join(folder, name, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, `content of ${file}`);
    chmodSync(path, mode);
    utimesSync(path, time, time);
  }
}

/** Runs the command on `name`, as in a clone of that name; returns its exit code and what it says of an error. */
function release(name, ...more) {
  const bill = join(folder, `${name}.cdx.json`);
  writeFileSync(bill, billOf(`path+file:///home/${name}#alesco-proposals@${VERSION}`));
  const args = [`${root}tools/release/main.mjs`, "--sbom", bill, "--dist", join(folder, name), "--out", join(folder, `${name}-out`), ...more];
  const { status, stderr } = spawnSync("node", args, { encoding: "utf8", env: { ...process.env, TAR_OPTIONS: "--verbose", GZIP: "-1" } });
  return { status, stderr };
}
const out = (name, file) => readFileSync(join(folder, `${name}-out`, file));

before(() => {
  folder = mkdtempSync(join(tmpdir(), "alesco-release-"));
  dist("first", FILES, { mode: 0o644, time: 1_000_000 });
  // As another user, another day, in another order, from a clone in another folder.
  dist("second", [...FILES].reverse(), { mode: 0o600, time: 2_000_000 });
  for (const name of ["first", "second"]) assert.deepEqual(release(name), { status: 0, stderr: "" });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("a release has the archive, its parts list, the changes, the integrity values and the checksums", () => {
  const names = [`${NAME}.cdx.json`, `${NAME}.tar.gz`, "CHANGES.md", "SHA256SUMS", "sri.json"];
  assert.deepEqual(readdirSync(join(folder, "first-out")).sort(), names.sort());
});

test("files in another order, of another time and another mode, and a clone in another folder give the same bytes", () => {
  for (const file of readdirSync(join(folder, "first-out"))) assert.ok(out("first", file).equals(out("second", file)), file);
});

test("the checksums are those of the files", () => {
  const said = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: join(folder, "first-out"), encoding: "utf8" });
  assert.equal(said.match(/: OK$/gm).length, 4);
});

test("the archive has the two folders, of nobody, and as old as the commit", () => {
  const list = execFileSync("tar", ["--list", "--verbose", "--full-time", "--file", join(folder, "first-out", `${NAME}.tar.gz`)], {
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  const rows = list.trim().split("\n").map((line) => line.split(/\s+/));
  const files = rows.map((row) => row.at(-1)).filter((path) => !path.endsWith("/"));
  assert.deepEqual(files, [...FILES].sort().map((file) => `${NAME}/${file}`));
  const time = execFileSync("git", ["log", "-1", "--format=%cd", "--date=format-local:%Y-%m-%d %H:%M:%S"], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  for (const [mode, owner, , day, clock, path] of rows) {
    assert.deepEqual([mode, owner, `${day} ${clock}`], [path.endsWith("/") ? "drwxr-xr-x" : "-rw-r--r--", "0/0", time.trim()], path);
  }
});

test("scripts, stylesheets and modules have integrity values, and nothing else has", () => {
  const value = (file) => `sha384-${createHash("sha384").update(`content of ${file}`).digest("base64")}`;
  const expected = Object.fromEntries(["embed/a.css", "embed/a.js", "embed/b.wasm"].map((file) => [file, value(file)]));
  assert.deepEqual(JSON.parse(out("first", "sri.json")), expected);
});

test("a tag of another version is refused, and nothing is written", () => {
  dist("tagged", FILES, { mode: 0o644, time: 1_000_000 });
  const { status, stderr } = release("tagged", "--tag", "v99.0.0");
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`The tag v99\\.0\\.0 is not v${VERSION.replaceAll(".", "\\.")}, the version in Cargo.toml`));
  assert.throws(() => readdirSync(join(folder, "tagged-out")), { code: "ENOENT" });
});
