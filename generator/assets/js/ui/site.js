/** Where the site lies, and how its files are had: on the web by fetch, in a copy made by `pufa pack --offline` by script. */

/** The site's root: from `<meta name="pufa-base" content="../..">`, else from where this file lies. */
export function siteRoot() {
  const base = document.querySelector('meta[name="pufa-base"]')?.content;
  return base === undefined ? new URL("../../../../", import.meta.url) : new URL(`${base || "."}/`.replace(/\/+$/u, "/"), document.baseURI);
}

const isFolder = () => location.protocol === "file:";

/** The address of a page of this site: `drill/?only=due`.  In a folder nobody looks for index.html by itself. */
export function pageAddress(path) {
  const address = new URL(path, siteRoot());
  if (isFolder() && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}

/** As fetch(address), of a file of this site. @returns {Promise<{ok: boolean, status: number, json: Function, arrayBuffer: Function}>} */
export const load = (address) => (isFolder() ? byScript(address) : fetch(address));

/** A file's script (generator/site/offline.py) puts its text, or its bytes in base64, into `pufaFiles` under its path. */
function byScript(address) {
  const path = decodeURIComponent(address.href.slice(siteRoot().href.length));
  const held = (window.pufaFiles ??= {});
  return new Promise((resolve) => {
    const script = Object.assign(document.createElement("script"), { src: `${address.href}.js` });
    const done = (status) => {
      script.remove();
      const text = held[path];
      delete held[path];
      resolve({
        ok: status === 200,
        status,
        json: async () => JSON.parse(text),
        arrayBuffer: async () => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer,
      });
    };
    script.onload = () => done(path in held ? 200 : 404);
    script.onerror = () => done(404);
    document.head.append(script);
  });
}

/** Links that scripts write name folders as well. */
function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || !link.href.startsWith("file:") || !new URL(link.href).pathname.endsWith("/")) return;
  const address = new URL(link.href);
  address.pathname += "index.html";
  link.href = address.href;
}

function tell() {
  const said = document.createElement("p");
  said.className = "pf-note";
  said.textContent = "这个网站要放在网站服务器上用；要从 U 盘或文件夹里打开，请维护的人用 pufa pack --offline 另做一份。";
  document.querySelector("article")?.prepend(said);
}

if (isFolder()) {
  document.addEventListener("click", follow, true);
  document.addEventListener("auxclick", follow, true);
  if (!document.querySelector('meta[name="pufa-offline"]')) tell();
}
