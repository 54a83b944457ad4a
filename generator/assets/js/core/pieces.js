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
