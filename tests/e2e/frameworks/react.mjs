// The application of tests/e2e/frameworks.mjs in React.
import { createElement, useEffect, useRef, useState } from "react";
import { hydrateRoot } from "react-dom/client";

function List({ html, start }) {
  const element = useRef(null);
  useEffect(() => void (start === "manual" && element.current.removeAttribute("data-start")), []);
  const attributes = { ref: element, "data-alesco-proposals": "", "data-start": start };
  if (html) return createElement("div", { ...attributes, dangerouslySetInnerHTML: { __html: html } });
  const link = createElement("a", { href: "#github" }, "the proposals");
  return createElement("div", attributes, "See ", createElement("p", null, link), " on GitHub");
}

function App({ html, start }) {
  const [clicks, setClicks] = useState(0);
  const [isFirst, setFirst] = useState(false);
  const [isThere, setThere] = useState(true);
  const button = (id, onClick) => createElement("button", { id, onClick }, id);
  const text = createElement("p", { key: "text", id: "clicks" }, `${clicks} clicks`);
  const list = createElement(List, { key: "list", html, start });
  const items = [text, ...(isThere ? [list] : [])];
  return createElement("div", null,
    button("click", () => setClicks(clicks + 1)),
    button("move", () => setFirst(!isFirst)),
    button("toggle", () => setThere(!isThere)),
    createElement("div", null, isFirst ? items.reverse() : items),
  );
}

/** The HTML of the server. */
export async function render(options) {
  const { renderToString } = await import("react-dom/server");
  return renderToString(createElement(App, options));
}

/** Hydrates the HTML in an element. */
export function hydrate(element, options) {
  hydrateRoot(element, createElement(App, options));
}
