/** One form for the cells of tables, before anything is read from them: the twin of generator/reading/plain.py. */

const UNSEEN = new RegExp(
  "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160" +
    "\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb" +
    "\\ufffe\\uffff\\u{110bd}\\u{110cd}\\u{13430}-\\u{1343f}\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);
const FORMULA_GUARD = /^=\s*"((?:[^"]|"")*)"$/u;
const QUOTE_GUARD = /^'(?=[^'])[^']*$/u;
const WIDE = /[Ａ-Ｚａ-ｚ０-９①-⓿\u00a0\u3000\u2160-\u2188]/u;
const TYPOGRAPHIC = { "‘": "'", "’": "'", "“": '"', "”": '"' };
/** What is done to cells, the gravest first, and how it is told. */
const TOLD = {
  guard: '格去掉了为防 Excel 改动而加的 =""、单引号',
  hidden: "格去掉了看不见的字符",
  width: "格的全角或特殊写法改成了普通写法",
};

/** The cell in one form, and what was done to it: `[text, "" or a name of TOLD]`. */
export function plain(text) {
  const bare = text.replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/gu, ""); // a mark of order is no space here
  if (/^[\x20-\x7e]*$/u.test(bare) && !/^[=']/u.test(bare)) return [bare, ""];
  const lines = text.replaceAll("\r\n", "\n");
  const seen = lines.replaceAll("\r", "\n").replace(UNSEEN, "");
  const folded = seen.normalize("NFKC").trim();
  const guarded = /^[=‘’]/u.test(folded) ? folded.replace(/[‘’“”]/gu, (sign) => TYPOGRAPHIC[sign]) : folded;
  const formula = FORMULA_GUARD.exec(guarded);
  if (formula) return [formula[1].replaceAll('""', '"').trim(), "guard"];
  if (QUOTE_GUARD.test(guarded)) return [guarded.slice(1).trim(), "guard"];
  if (seen.length < lines.length) return [folded, "hidden"];
  return [folded, WIDE.test(seen) ? "width" : ""];
}

/** `plain` for the cells of a file, with a count of what was done. */
export function plainer() {
  const known = new Map();
  const done = { guard: 0, hidden: 0, width: 0 };
  return {
    plain(text) {
      let found = known.get(text);
      if (!found) known.set(text, (found = plain(text)));
      if (found[1]) done[found[1]] += 1;
      return found[0];
    },
    /** What was done to how many cells, in words; empty where nothing was. */
    told: () => Object.keys(TOLD).filter((kind) => done[kind]).map((kind) => `${done[kind]} ${TOLD[kind]}`).join("，"),
  };
}
