// Host pages of real frameworks. Each has the same application: a text that counts clicks, and a list that can be moved
// before it, and removed. It is rendered on the server and hydrated in the browser.
import { buildSync } from "esbuild";
import { fileURLToPath } from "node:url";
import { openHost } from "./host-page.mjs";
import { expect, root } from "./page.mjs";
import * as react from "./frameworks/react.mjs";
import * as vue2 from "./frameworks/vue2.mjs";
import * as vue3 from "./frameworks/vue3.mjs";

/** The applications, by the names of their files. */
export const FRAMEWORKS = { vue2, vue3, react };

/** The framework's part of the page. */
export const application = (page) => page.locator("#application");

const folder = fileURLToPath(new URL("frameworks/", import.meta.url));

/** The script that hydrates the page, as a bundler of the host makes it for production. */
function bundle(name) {
  const contents = `import { hydrate } from "./${name}.mjs";
    const element = document.getElementById("application");
    hydrate(element, JSON.parse(element.dataset.options));
    element.dataset.hydrated = "";`;
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    write: false,
    format: "esm",
    define: { "process.env.NODE_ENV": '"production"' },
    // For the server only.
    external: ["*/server", "vue/server-renderer", "vue2-server-renderer/*"],
  });
  return outputFiles[0].text;
}

const escaped = (text) => text.replace(/[&"<]/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Opens a page of this framework, whose script waits, beside a widget that waits for nothing. `options` are the list's:
 * `html`, its content if that is not elements of the framework, and `start`, its `data-start`. Returns once the other
 * widget is live, with a function that lets the framework hydrate the page.
 */
export async function openApplication(page, name, options) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(`**/${name}.js`, async (route) => {
    await released;
    await route.fulfill({ contentType: "text/javascript", body: bundle(name) });
  });
  const container = `<div id="application" data-options="${escaped(JSON.stringify(options))}">${await FRAMEWORKS[name].render(options)}</div>
    <div id="other" data-alesco-proposals></div>`;
  const edit = (html) => html.replace("</head>", `<script type="module" src="/hosts/${name}.js"></script></head>`);
  await openHost(page, "wiki.html", { container, edit, until: "commit" });
  await expect(root(page.locator("#other"))).toHaveAttribute("data-source", "live");
  return async () => {
    release();
    await expect(application(page)).toHaveAttribute("data-hydrated", "");
  };
}
