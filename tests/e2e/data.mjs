// The files that the tests' pages show.
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The snapshot that they load: of the recorded answers, in the schema before the present one. */
export const SNAPSHOT_FIXTURE = `${ROOT}tests/fixtures/snapshot-2.json`;

/** Where the snapshot builder writes its prerendered HTML. */
export const OUT = `${ROOT}target/prerendered`;

/** The prerendered HTML of the standalone page. */
export const PAGE_HTML = `${OUT}/page/browser.en.html`;
