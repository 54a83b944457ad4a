/** Building elements.  Data only ever becomes text. */

/**
 * @param {string} tag
 * @param {Object<string, unknown>} attributes `on…` adds a listener; true sets an empty attribute, false and null none
 * @param {...(Node|string|null|undefined|false|Array)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A button that does something on this page. */
export const button = (attributes, ...children) => el("button", { type: "button", ...attributes }, ...children);

let counter = 0;
/** An id that no other element has. */
export const freshId = (stem) => `pf-${stem}-${++counter}`;

/** The id that the address names; empty where it names none. */
export function named() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // no address that anything here bears
  }
}

/** What a script of data on the page holds; nothing where there is none, or what is none. @param {string} id */
export function dataIn(id) {
  try {
    return JSON.parse(document.getElementById(id)?.textContent || "{}");
  } catch {
    return {};
  }
}

/** An input under its label. */
export function labelled(words, input) {
  input.id ||= freshId("field");
  return el("p", {}, el("label", { for: input.id }, words), input);
}

/**
 * Keys for an element: called while the focus is inside it, or on nothing and the element in view; never while something is typed, and
 * not at all when the reader has switched the keys off.
 * @param {HTMLElement} element
 * @param {(event: KeyboardEvent) => void} act
 * @param {AbortSignal} signal
 */
export function onKeys(element, act, signal) {
  const heard = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (document.documentElement.dataset.pfKeys === "off" || isTyping(event.target)) return;
    const nowhere = event.target === document.body && element.isConnected && inView(element);
    if (nowhere || element.contains(event.target)) act(event);
  };
  document.addEventListener("keydown", heard, { signal });
}

/** Whether keys typed here are text. */
export function isTyping(target) {
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target?.isContentEditable === true;
}

function inView(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight * 0.7;
}

/**
 * A question before something that cannot be undone.
 * @returns {Promise<boolean>} whether the reader said yes
 */
export function confirmed(title, text, yes) {
  return new Promise((resolve) => {
    const id = freshId("confirm");
    const close = (value) => () => dialog.close(value);
    const dialog = el(
      "dialog",
      { class: "pf-dialog", "aria-labelledby": id, onclose: () => (dialog.remove(), resolve(dialog.returnValue === "yes")) },
      el("h2", { id }, title),
      el("p", {}, text),
      el(
        "div",
        { class: "pf-dialog__bar" },
        button({ class: "pf-btn pf-btn--plain", onclick: close("no"), autofocus: true }, "返回"),
        button({ class: "pf-btn", onclick: close("yes") }, yes),
      ),
    );
    document.querySelector(".md-typeset")?.append(dialog);
    if (!dialog.isConnected) document.body.append(dialog);
    dialog.showModal();
  });
}
