/** Giving the reader a file, or a text on the clipboard. */

import { el } from "./dom.js";

/** Long enough for a browser that asks where to put the file. */
const KEPT = 60_000;

/** Hands a file to the browser. @param {BlobPart} content */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Copies the text of a field, or leaves it selected. @returns {Promise<boolean>} whether it was copied */
export async function copied(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return false;
  }
}
