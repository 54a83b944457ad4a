/** <pufa-settings>: 长者模式 at one press; size of type, light or dark, keys on or off.  early.js keeps and applies them. */

import { button, el, freshId } from "./dom.js";

const UNKEPT = "浏览器不允许保存设置，只在这一页有效。";
const SIZES = [["m", "标准"], ["l", "大"], ["xl", "特大"]];
const SCHEMES = [["auto", "跟随系统"], ["light", "浅色"], ["dark", "深色"]];

class Settings extends HTMLElement {
  connectedCallback() {
    if (this.childElementCount > 0) return;
    this.values = window.pufa.settings.read();
    const id = freshId("settings");
    this.note = el("p", { class: "pf-hint", role: "status" });
    this.panel = el(
      "div",
      { class: "pf-settings", id, role: "group", "aria-label": "显示设置", hidden: true },
      this.radios("字号", "size", SIZES),
      this.radios("明暗", "scheme", SCHEMES),
      this.check("keys", "键盘快捷键", "按 / 搜索，按数字键答题"),
      this.note,
    );
    this.opener = button(
      { class: "pf-settings__open", "aria-label": "字号与显示设置", "aria-expanded": "false", "aria-controls": id, onclick: () => this.toggle(this.panel.hidden) },
      "字号",
    );
    this.elder = button({ class: "pf-settings__open pf-settings__elder", onclick: () => this.change("elder", !this.values.elder) });
    this.told = el("span", { class: "pf-sr", role: "status" });
    this.name();
    this.append(this.elder, this.opener, this.told, this.panel);
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.panel.hidden) return;
      this.toggle(false);
      this.opener.focus();
    });
    this.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.contains(event.relatedTarget)) this.toggle(false);
    });
    document.addEventListener("click", (event) => this.contains(event.target) || this.toggle(false));
  }

  toggle(open) {
    this.panel.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
  }

  change(name, value) {
    this.values = { ...this.values, [name]: value };
    const kept = window.pufa.settings.save(this.values);
    this.note.textContent = kept ? "" : UNKEPT;
    if (name === "elder") this.told.textContent = `${value ? "已进入长者模式" : "已退出长者模式"}${kept ? "" : `，${UNKEPT}`}`;
    this.name();
  }

  name() {
    this.elder.textContent = this.values.elder ? "退出长者模式" : "长者模式";
  }

  radios(title, name, choices) {
    const group = freshId(name);
    const option = ([value, label]) => {
      const checked = this.values[name] === value;
      return el("label", {}, el("input", { type: "radio", name: group, value, checked, onchange: () => this.change(name, value) }), el("span", {}, label));
    };
    return el("fieldset", {}, el("legend", {}, title), el("div", { class: "pf-segments" }, choices.map(option)));
  }

  check(name, label, hint) {
    const checked = this.values[name];
    const input = el("input", { type: "checkbox", checked, onchange: () => this.change(name, input.checked) });
    return el("label", { class: "pf-switch" }, input, el("span", {}, label, el("small", {}, hint)));
  }
}

customElements.define("pufa-settings", Settings);
