/* In 404.html, which a server sends for any address, at any depth, of a site that may lie in any folder: find where the site
   begins, so that the page's own links and files are found.  `<base>` says what was meant at build; that is asked first. */
(function () {
  "use strict";
  var base = document.querySelector("base");
  var FILE = "assets/pufa/css/theme.css";

  function there(folder) {
    try {
      var asked = new XMLHttpRequest();
      asked.open("HEAD", folder + FILE, false); // nothing of the page can be shown before
      asked.send();
      return asked.status === 200 && /css/.test(asked.getResponseHeader("Content-Type") || "");
    } catch (error) {
      return false;
    }
  }

  var parts = location.pathname.split("/").slice(0, -1);
  var folders = [base.getAttribute("href")];
  for (; parts.length > 0; parts.pop()) folders.push(parts.join("/") + "/");
  for (var i = 0; i < folders.length; i += 1) {
    if (!there(folders[i])) continue;
    base.setAttribute("href", folders[i]);
    break;
  }

  /* within the page a link stays on it */
  document.addEventListener("DOMContentLoaded", function () {
    var links = document.querySelectorAll('a[href^="#"]');
    for (var j = 0; j < links.length; j += 1) links[j].href = location.pathname + location.search + links[j].getAttribute("href");
  });
})();
