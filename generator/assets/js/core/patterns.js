/** A pattern that Python prepared: tried at a place, sought from a place on, or held against a whole text. */
class Pattern {
  constructor(source) {
    this.here = new RegExp(source, "suy");
    this.there = new RegExp(source, "sug");
    this.whole = new RegExp(`^(?:${source})$`, "su");
  }

  at(text, place) {
    this.here.lastIndex = place;
    return this.here.exec(text);
  }

  from(text, place = 0) {
    this.there.lastIndex = place;
    return this.there.exec(text);
  }

  all(text) {
    return [...text.matchAll(this.there)];
  }

  fits(text) {
    return this.whole.test(text);
  }
}

/** Patterns by name, as the page's data holds their sources. */
export const compiled = (sources) => Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, new Pattern(source)]));

/** Where a match ends. */
export const endOf = (match) => match.index + match[0].length;
