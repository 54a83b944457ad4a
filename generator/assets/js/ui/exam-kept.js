/** Where a sitting is kept: in the browser, for all its tabs, and in a file for who is refused that. */

import { fromStorage, isSame, merge, secondsLeft } from "../core/exam.js";
import { parsed } from "../core/kept.js";
import { digestOf, isPaper, itemsOf, sectionsOf } from "./exam-paper.js";
import { keysFrom, read, takes, write } from "./storage.js";

const START = "pufa.exam.";
const FORMAT = "pufa-sitting";
const VERSION = 1;
/** Sittings of other papers that stay. */
const REMEMBERED = 20;
/** Letters that a sitting may come to beside its paper. */
const ROOM = 40_000;
/** Letters that an element of a packed paper comes to beside its text, generously. */
const MARKUP = 60;

export class Kept {
  /** @param {string} exam @param {() => void} heard another tab wrote, or this page comes back to sight */
  constructor(exam, heard) {
    this.key = START + exam;
    this.abort = new AbortController();
    const { signal } = this.abort;
    window.addEventListener("storage", (event) => (event.key === this.key || event.key === null) && heard(), { signal });
    for (const name of ["pageshow", "focus"]) window.addEventListener(name, () => heard(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || heard(), { signal });
  }

  close() {
    this.abort.abort();
  }

  /** The sitting in storage; null where it is none of these items. */
  sitting(ids) {
    return fromStorage(read(this.key), ids);
  }

  /** What stands in storage, of whatever paper: `{begun, paper, done, …}`, or null. */
  told() {
    const kept = read(this.key);
    return typeof kept === "object" ? kept : null;
  }

  /** The paper that was kept with a sitting, if it is still there and whole. */
  paper(digest) {
    const kept = read(`${this.key}.paper`);
    return isPaper(kept) && digestOf(kept) === digest ? kept : null;
  }

  /** Whether there is room for a paper, as long as it will be about when packed, and its answers. */
  hasRoom(sections) {
    return takes(sections.reduce((sum, section) => sum + section.textContent.length + MARKUP * section.getElementsByTagName("*").length, ROOM));
  }

  /** @returns {boolean} whether paper and sitting are kept */
  begin(sitting, paper) {
    tidy(this.key);
    const kept = write(`${this.key}.paper`, paper);
    return write(this.key, sitting) && kept;
  }

  /** Keeps what this tab and the others know. @returns {{sitting: object, kept: boolean}} */
  save(sitting, ids) {
    const held = this.sitting(ids);
    const whole = merge(sitting, held);
    const kept = held !== null && isSame(whole, held) && whole.at === held.at ? true : write(this.key, whole);
    if (whole.done !== null) write(`${this.key}.paper`, null);
    return { sitting: whole, kept };
  }
}

/** Makes room: of the other papers only the last that were begun stay. */
function tidy(own) {
  const others = keysFrom(START)
    .filter((key) => key !== own && !key.endsWith(".paper"))
    .map((key) => ({ key, begun: read(key)?.begun ?? 0 }))
    .sort((a, b) => b.begun - a.begun);
  for (const { key } of others.slice(REMEMBERED)) {
    write(key, null);
    write(`${key}.paper`, null);
  }
}

/** A sitting with its paper as the text of a file; the time that is left, not the moment it is up. */
export function sittingText(exam, paper, sitting, now) {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exam, left: secondsLeft(sitting, now), paper, sitting })}\n`;
}

/** Whether a file's text is that of a sitting, whole or not. */
export const isSittingText = (text) => text.slice(0, 200).includes(`"${FORMAT}"`);

/**
 * A sitting from the text of a file, as if it were begun now with the time that was left.
 * @returns {{exam: string, paper: object, sitting: object}}
 * @throws {Error} with a message for people
 */
export function readSitting(text, now) {
  const data = parsed(text, "这个文件读不出来，请选本站保存的答卷文件。");
  if (data?.format !== FORMAT) throw new Error("这不是答卷文件。");
  if (data.version !== VERSION) throw new Error("这个答卷文件来自别的版本，无法读入。");
  const { exam, paper, left } = data;
  const isLeft = left === null || (Number.isFinite(left) && left >= 0);
  const ids = idsIn(paper);
  const sitting = fromStorage(data.sitting, ids);
  if (typeof exam !== "string" || !isLeft || ids.length === 0 || !sitting) throw new Error("答卷文件不完整，没有读入。");
  return { exam, paper, sitting: { ...sitting, begun: now, ends: left === null ? null : now + left * 1000, paper: digestOf(paper) } };
}

/** Ids of the questions of what should be a paper; none where it is not whole. */
function idsIn(paper) {
  try {
    return isPaper(paper) ? itemsOf(sectionsOf(paper)).map((item) => item.id) : [];
  } catch {
    return []; // markup that is no question of this site
  }
}
