// Puts a release together from what `make build` has left: `make release` runs it. Writes into dist/release/:
//   alesco-proposals-VERSION.tar.gz     embed/ and standalone/
//   alesco-proposals-VERSION.cdx.json   what the modules and their build are made of, by cargo-cyclonedx
//   CHANGES.md                          the version's section of CHANGELOG.md
//   sri.json                            the integrity values of the scripts, stylesheets and modules
//   SHA256SUMS                          of all these
// The same commit gives the same bytes: nothing depends on the clock, the order of files on the disk, or the user, as long as cargo's
// folder has the same path.
//   node tools/release/main.mjs --sbom FILE [--dist FOLDER] [--out FOLDER] [--tag vVERSION]
// FILE is what cargo-cyclonedx has written.
// With a tag, the tag has to be the version's, and CHANGELOG.md has to have a section of the version.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { changesOf } from "./changes.mjs";
import { checkCrates, withoutFolder } from "./sbom.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Runs a command, out of reach of the variables that change what `tar` and `gzip` write. */
function run(command, args, options) {
  const { PATH, HOME } = process.env;
  return execFileSync(command, args, { cwd: root, env: { PATH, HOME, LC_ALL: "C" }, maxBuffer: 1 << 28, ...options });
}

/** The folders of the archive. */
const FOLDERS = ["embed", "standalone"];
/** What a page names in an `integrity` attribute, or hands to `fetch`. */
const WITH_INTEGRITY = /\.(js|css|wasm)$/;

/** Returns the bytes of the archive: sorted, of nobody, and as old as the commit. Needs GNU tar. */
function archive(dist, name, time) {
  const tar = run("tar", [
    "--create", "--format=ustar", "--sort=name", `--mtime=@${time}`, "--owner=0", "--group=0", "--numeric-owner",
    "--mode=u=rwX,go=rX", `--directory=${dist}`, `--transform=s,^,${name}/,`, ...FOLDERS,
  ]);
  return run("gzip", ["--no-name", "--best", "--stdout"], { input: tar });
}

/** Returns `sha384-…` of each file, by its path in the archive. */
function integrity(dist) {
  const names = readdirSync(join(dist, "embed")).filter((name) => WITH_INTEGRITY.test(name)).sort();
  const value = (name) => `sha384-${createHash("sha384").update(readFileSync(join(dist, "embed", name))).digest("base64")}`;
  return Object.fromEntries(names.map((name) => [`embed/${name}`, value(name)]));
}

const { values: options } = parseArgs({
  options: {
    sbom: { type: "string" },
    dist: { type: "string", default: "dist" },
    out: { type: "string", default: "dist/release" },
    tag: { type: "string" },
  },
});
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const [, version] = readFileSync(`${root}Cargo.toml`, "utf8").match(/^version = "(.+)"$/m);
if (options.tag && options.tag !== `v${version}`) throw new Error(`The tag ${options.tag} is not v${version}, the version in Cargo.toml`);
const changes = changesOf(readFileSync(`${root}CHANGELOG.md`, "utf8"), version, { released: Boolean(options.tag) });
// In seconds: when the commit was made.
const time = Number(run("git", ["log", "-1", "--format=%ct"], { encoding: "utf8" }));
const name = `alesco-proposals-${version}`;

const bill = withoutFolder(readFileSync(options.sbom, "utf8"));
checkCrates(bill);

const files = {
  [`${name}.tar.gz`]: archive(options.dist, name, time),
  [`${name}.cdx.json`]: json(bill),
  "CHANGES.md": changes,
  "sri.json": json(integrity(options.dist)),
};
const sums = Object.entries(files).map(([file, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${file}\n`);

rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });
for (const [file, bytes] of [...Object.entries(files), ["SHA256SUMS", sums.join("")]]) writeFileSync(join(options.out, file), bytes);
process.stdout.write(sums.join(""));
