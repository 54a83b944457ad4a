/** What the kinds of search results are called; generator/site/documents.py has the same names for its filter. */
export const KINDS = {
  conduct: "违法行为",
  article: "条文",
  regulation: "法规",
  guide: "企业指南",
  obligation: "企业义务",
  unit: "责任单位",
  responsibility: "责任清单",
  procedure: "程序",
  term: "术语",
  exemption: "不予处罚",
  benchmark: "裁量基准",
  case: "教学案例",
  "must-know": "应知应会",
};

/** The text cut at its marks: `[{text, marked}, …]`, joined again the text. @param {Array<[number, number]>} marks apart and rising */
export function pieces(text, marks) {
  const found = [];
  let at = 0;
  for (const [start, end] of marks) {
    found.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  found.push({ text: text.slice(at), marked: false });
  return found.filter((piece) => piece.text !== "");
}
