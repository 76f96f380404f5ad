// WebKitGTK's MiniBrowser, driven by plain WebDriver over fetch. https://www.w3.org/TR/webdriver2/ names the commands.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

/** How long a condition may take to hold, in milliseconds. A busy machine may be ten times as slow as an idle one. */
const WAIT_TIMEOUT_MS = 20_000;
const INTERVAL = 50;

/** WebDriver's name of an element in JSON. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys that have no character. */
export const KEYS = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004", Backspace: "\uE003", Space: " " };

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The path of MiniBrowser, which Debian keeps beside the library. */
function miniBrowser() {
  if (process.env.MINIBROWSER) return process.env.MINIBROWSER;
  const folders = readdirSync("/usr/lib").map((name) => `/usr/lib/${name}/webkit2gtk-4.1`);
  const path = [...folders, "/usr/libexec/webkit2gtk-4.1"].map((folder) => `${folder}/MiniBrowser`).find((path) => existsSync(path));
  if (!path) throw new Error("MiniBrowser is missing: run `tools/setup test webkit`");
  return path;
}

/** A TCP port that nobody uses. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts a display in memory; resolves to its process and its name. */
async function startDisplay() {
  const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const name = await new Promise((resolve, reject) => {
    display.on("error", reject);
    display.stdio[3].once("data", (data) => resolve(`:${String(data).trim()}`));
  });
  return { display, name };
}

/** Waits until a function resolves to something true, and returns it. */
async function poll(condition, describe = () => "the condition does not hold") {
  const end = Date.now() + WAIT_TIMEOUT_MS;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${await describe()}, after ${WAIT_TIMEOUT_MS / 1000} s`);
    await pause(INTERVAL);
  }
}

/** An error that WebDriver returns. */
class WebDriverError extends Error {}

/** A browser with a display of its own. */
export class Browser {
  #driver = "";
  #session = "";
  #processes = [];

  /** Starts it with options of MiniBrowser's command line, such as `--dark-mode`. Its profile is gone with it. */
  async start(...options) {
    const { display, name } = await startDisplay();
    this.#processes.push(display);
    const port = await freePort();
    const environment = {
      ...process.env,
      DISPLAY: name,
      LC_ALL: "C.UTF-8",
      TZ: "UTC",
      // The web process's sandbox needs rights that root in a container lacks.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {}),
    };
    this.#processes.push(spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], { stdio: "ignore", env: environment }));
    this.#driver = `http://127.0.0.1:${port}`;
    await poll(() => this.command("GET", "/status").catch(() => false));
    const browser = { binary: miniBrowser(), args: [...options, "--automation"] };
    const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": browser } };
    const { sessionId } = await this.command("POST", "/session", { capabilities });
    this.#session = `/session/${sessionId}`;
  }

  async close() {
    if (this.#session) await this.send("DELETE", "").catch(() => {});
    for (const process of this.#processes) process.kill();
  }

  async command(method, path, body) {
    const response = await fetch(this.#driver + path, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
    const { value } = await response.json();
    if (value?.error) throw new WebDriverError(`${path}: ${value.error}: ${value.message}`);
    return value;
  }

  send(method, path, body) {
    return this.command(method, this.#session + path, body);
  }

  goto(url) {
    return this.send("POST", "/url", { url });
  }

  url() {
    return this.send("GET", "/url");
  }

  back() {
    return this.send("POST", "/back", {});
  }

  forward() {
    return this.send("POST", "/forward", {});
  }

  reload() {
    return this.send("POST", "/refresh", {});
  }

  /** Runs a function in the page, with values of JSON, and returns its result. It may return a promise. */
  run(script, ...args) {
    const source = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script})(...[...arguments].slice(0, -1))).then((value) => done([value ?? null]), (error) => done([null, String(error.stack ?? error)]));`;
    return this.send("POST", "/execute/async", { script: source, args }).then(([value, error]) => {
      if (error) throw new Error(error);
      return value;
    });
  }

  /** Runs a script in the page, whatever the page's policy forbids. */
  runSource(script) {
    return this.send("POST", "/execute/sync", { script, args: [] });
  }

  /** Waits until a function in the page returns something true. */
  waitFor(script, ...args) {
    // A page that is being left cannot answer.
    const attempt = () => this.run(script, ...args).catch((error) => (error instanceof WebDriverError ? false : Promise.reject(error)));
    return poll(attempt, () => `not true: ${script}`);
  }

  /** Waits until a function in the page returns this value, as JSON compares. */
  async waitForValue(expected, script, ...args) {
    const wanted = JSON.stringify(expected);
    let last;
    const attempt = async () => {
      last = JSON.stringify(await this.run(script, ...args).catch((error) => String(error)));
      return last === wanted;
    };
    await poll(attempt, () => `${script} is ${last}, not ${wanted}`);
  }

  /** Waits until an element is there, and returns it. */
  async find(selector) {
    const find = () => this.send("POST", "/element", { using: "css selector", value: selector }).catch(() => undefined);
    return (await poll(find, () => `there is no ${selector}`))[ELEMENT];
  }

  async click(selector) {
    return this.send("POST", `/element/${await this.find(selector)}/click`, {});
  }

  /** Types into an element. */
  async type(selector, text) {
    return this.send("POST", `/element/${await this.find(selector)}/value`, { text });
  }

  /** Presses keys one after the other, wherever the focus is. */
  press(...keys) {
    const actions = keys.flatMap((key) => [{ type: "keyDown", value: key }, { type: "keyUp", value: key }]);
    return this.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  window() {
    return this.send("GET", "/window");
  }

  /** Opens another tab, goes there and returns its handle. */
  async openTab() {
    const { handle } = await this.send("POST", "/window/new", { type: "tab" });
    await this.switchTo(handle);
    return handle;
  }

  switchTo(handle) {
    return this.send("POST", "/window", { handle });
  }

  closeTab() {
    return this.send("DELETE", "/window");
  }

  /** Goes into a frame of the page, or with `null` back to the page. */
  async enterFrame(selector) {
    const id = selector && { [ELEMENT]: await this.find(selector) };
    return this.send("POST", "/frame", { id });
  }
}
