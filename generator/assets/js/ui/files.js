/** Giving the reader a file, or a text on the clipboard; taking files that the reader chooses. */

import { el } from "./dom.js";

/** Long enough for a browser that asks where to put the file. */
const KEPT = 60_000;

/** What the reader may bring as JSON, in bytes: many times what a sitting has. */
const MOST = 5_000_000;

/** A title as a part of a file's name: without characters that some system takes in none. */
export const safe = (title) => title.replace(/[\\/:*?"<>|\s]+/gu, "-").slice(0, 60);

/**
 * An input out of sight that takes files, empty again at once, so that the same file can be chosen once more.
 * @param {(files: File[]) => unknown} take
 * @param {object} attributes further ones; without others it takes one file of JSON
 */
export function fileInput(take, attributes = {}) {
  const chosen = () => {
    const files = [...input.files];
    input.value = "";
    if (files.length > 0) take(files);
  };
  const input = el("input", { type: "file", class: "pf-sr", accept: ".json,application/json", onchange: chosen, ...attributes });
  return input;
}

/** The text of a file; empty, which nothing takes for a file of its own, where it is too large or can't be read. @param {File} file */
export const textIn = async (file) => (file.size > MOST ? "" : file.text().catch(() => ""));

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
