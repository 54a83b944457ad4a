/* Before the first paint: the reader's settings become attributes.  A classic script, so that it runs at once.
   The elements' scripts come later; `pf-js` hides what they will replace and goes away when they never come. */
(function () {
  "use strict";
  var KEY = "pufa.settings";
  var SIZES = ["m", "l", "xl"];
  var SCHEMES = ["auto", "light", "dark"];
  var root = document.documentElement;
  var dark = window.matchMedia ? window.matchMedia("(prefers-color-scheme: dark)") : { matches: false };
  var scheme = "auto";

  function read() {
    var saved = {};
    try {
      saved = JSON.parse(window.localStorage.getItem(KEY)) || {};
    } catch (error) {
      saved = {}; // storage is blocked or holds something else: the defaults are fine
    }
    return {
      size: SIZES.indexOf(saved.size) < 0 ? "m" : saved.size,
      elder: saved.elder === true,
      scheme: SCHEMES.indexOf(saved.scheme) < 0 ? "auto" : saved.scheme,
      keys: saved.keys !== false,
    };
  }

  /* The palette hangs on the body, which may not be there yet. */
  function paint() {
    var night = scheme === "dark" || (scheme === "auto" && dark.matches);
    root.style.colorScheme = night ? "dark" : "light";
    if (document.body) document.body.setAttribute("data-md-color-scheme", night ? "slate" : "default");
  }

  function apply(settings) {
    scheme = settings.scheme;
    root.setAttribute("data-pf-size", settings.size);
    root.setAttribute("data-pf-scheme", settings.scheme);
    root.toggleAttribute("data-pf-elder", settings.elder);
    if (settings.elder) root.setAttribute("data-pf-elder", "on");
    root.setAttribute("data-pf-keys", settings.keys ? "on" : "off");
    paint();
  }

  function save(settings) {
    apply(settings);
    try {
      window.localStorage.setItem(KEY, JSON.stringify(settings));
      return true;
    } catch (error) {
      return false;
    }
  }

  /* Who has practised is told on some pages what is due: the place for that is kept before it is drawn.  Who has sat a paper may be
     in the middle of one, which has no head: the page waits for the script to know; for all others the head is there at once. */
  try {
    root.classList.toggle("pf-known", window.localStorage.getItem("pufa.memory") !== null);
    root.classList.toggle("pf-sat", Object.keys(window.localStorage).some(function (key) { return key.indexOf("pufa.exam.") === 0; }));
  } catch (error) {
    root.classList.remove("pf-known", "pf-sat"); // storage is blocked
  }

  window.pufa = Object.assign({}, window.pufa, { settings: { read: read, save: save } });
  root.classList.remove("no-js");
  root.classList.add("pf-js");
  apply(read());
  if (dark.addEventListener) dark.addEventListener("change", paint);
  if (!document.body) {
    var waiting = new MutationObserver(function () {
      if (!document.body) return;
      waiting.disconnect();
      paint();
    });
    waiting.observe(root, { childList: true });
  }
  window.addEventListener("load", function () {
    if (!window.customElements || !window.customElements.get("pufa-search")) root.classList.remove("pf-js");
  });
})();
