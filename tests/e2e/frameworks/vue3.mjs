// The application of tests/e2e/frameworks.mjs in Vue 3.
import { createSSRApp, h } from "vue";

const List = {
  props: ["html", "start"],
  mounted() {
    if (this.start === "manual") this.$el.removeAttribute("data-start");
  },
  render() {
    const attributes = { "data-alesco-proposals": "", "data-start": this.start };
    if (this.html) return h("div", { ...attributes, innerHTML: this.html });
    return h("div", attributes, ["See ", h("p", [h("a", { href: "#github" }, ["the proposals"])]), " on GitHub"]);
  },
};

const App = {
  props: ["html", "start"],
  data: () => ({ clicks: 0, isFirst: false, isThere: true }),
  render() {
    const button = (name, onClick) => h("button", { id: name, onClick }, [name]);
    const text = h("p", { key: "text", id: "clicks" }, [`${this.clicks} clicks`]);
    const list = h(List, { key: "list", html: this.html, start: this.start });
    const items = [text, ...(this.isThere ? [list] : [])];
    return h("div", [
      button("click", () => (this.clicks += 1)),
      button("move", () => (this.isFirst = !this.isFirst)),
      button("toggle", () => (this.isThere = !this.isThere)),
      h("div", this.isFirst ? items.reverse() : items),
    ]);
  },
};

/** The HTML of the server. */
export async function render(options) {
  const { renderToString } = await import("vue/server-renderer");
  return renderToString(createSSRApp(App, options));
}

/** Hydrates the HTML in an element. */
export function hydrate(element, options) {
  createSSRApp(App, options).mount(element);
}
