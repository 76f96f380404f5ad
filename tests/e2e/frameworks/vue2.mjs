// The application of tests/e2e/frameworks.mjs in Vue 2.
import Vue from "vue2";

const List = {
  props: ["html", "start"],
  mounted() {
    if (this.start === "manual") this.$el.removeAttribute("data-start");
  },
  render(h) {
    const attrs = { "data-alesco-proposals": "", "data-start": this.start };
    if (this.html) return h("div", { attrs, domProps: { innerHTML: this.html } });
    return h("div", { attrs }, ["See ", h("p", [h("a", { attrs: { href: "#github" } }, ["the proposals"])]), " on GitHub"]);
  },
};

const App = {
  props: ["html", "start"],
  data: () => ({ clicks: 0, isFirst: false, isThere: true }),
  render(h) {
    const button = (name, click) => h("button", { attrs: { id: name }, on: { click } }, [name]);
    const text = h("p", { key: "text", attrs: { id: "clicks" } }, [`${this.clicks} clicks`]);
    const list = h(List, { key: "list", props: { html: this.html, start: this.start } });
    const items = [text, ...(this.isThere ? [list] : [])];
    return h("div", [
      button("click", () => (this.clicks += 1)),
      button("move", () => (this.isFirst = !this.isFirst)),
      button("toggle", () => (this.isThere = !this.isThere)),
      h("div", this.isFirst ? items.reverse() : items),
    ]);
  },
};

const application = (options) => new Vue({ render: (h) => h(App, { props: options }) });

/** The HTML of the server. */
export async function render(options) {
  const { default: renderToString } = await import("vue2-server-renderer/basic.js");
  return new Promise((resolve, reject) => renderToString(application(options), (error, html) => (error ? reject(error) : resolve(html))));
}

/** Hydrates the HTML in an element. */
export function hydrate(element, options) {
  application(options).$mount(element.firstElementChild);
}
