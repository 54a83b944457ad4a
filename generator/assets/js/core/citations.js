/**
 * The citations of a document: which law, article, 款 and 项 each means.  The twin of generator/legal/citations/read.py for texts that
 * are no law themselves; where a text numbers its own articles, what it cites of itself (本条, 前款, a bare 第三条) is marked `own` and no more.
 */

import { compiled, endOf } from "./patterns.js";
import { readBare, readNext, readPlace, targetOf } from "./places.js";

const PRC = "中华人民共和国";
const LONGEST = 40; // characters of a name without marks
const SHORTEST = 2;
const AMBIGUOUS = ["本法", "该法", "同法", "条例"];
const REPEALED_WITHIN = 400;

/** A title as it is compared. */
export function plain(title) {
  const bare = title.replace(/\s/gu, "").replace(/[<《]/gu, "〈").replace(/[>》]/gu, "〉");
  return bare.startsWith(PRC) ? bare.slice(PRC.length) : bare;
}

/**
 * What is needed to read: patterns, short titles that tell nothing, and the names of laws.
 * @param {{patterns: Object<string, string>, generic: string[], titles: string[], names: Object<string, number>}} data
 */
export function reader({ patterns, generic, titles, names }) {
  const known = new Map(Object.entries(names).map(([name, at]) => [name, titles[at]]));
  for (const title of titles) if (!known.has(plain(title))) known.set(plain(title), title);
  return { grammar: compiled(patterns), generic: new Set(generic), full: (name) => known.get(plain(name)) };
}

/**
 * Every citation, in order.
 * @param {string[]} lines
 * @returns {{line: number, start: number, end: number, surface: string, kind: string, law: string|null, own: boolean, why: string, target: object}[]}
 */
export function readMentions(lines, known) {
  const heads = lines.map((line) => known.grammar.OWN_HEAD.at(line, 0));
  const state = { ...known, short: new Map(), named: new Map(), laws: new Set(), columns: [], numbered: heads.some(Boolean) };
  return lines.flatMap((text, line) => {
    tabulate(state, text, lines[line + 1] ?? "");
    return new Line(state, line, text).mentions(heads[line] ? endOf(heads[line]) : 0);
  });
}

/** Keep the laws that the heads of a table's columns name (刑法条文), until the table ends. */
function tabulate(state, line, following) {
  const { RULE_OF_TABLE, COLUMN } = state.grammar;
  if (!line.trimStart().startsWith("|")) state.columns = [];
  else if (RULE_OF_TABLE.at(following, 0))
    state.columns = line.trim().replace(/^\|+|\|+$/gu, "").split("|").map((cell) => {
      const name = COLUMN.fits(cell.trim()) ? COLUMN.at(cell.trim(), 0).groups.name.replace(/^[《》“” ]+|[《》“” ]+$/gu, "") : null;
      return name === null ? null : (state.short.get(plain(name)) ?? state.full(name) ?? null);
    });
}

class Line {
  constructor(state, line, text) {
    Object.assign(this, { state, line, text, found: [], titles: [], grammar: state.grammar });
  }

  mentions(start) {
    this.done = start;
    for (let found; (found = this.grammar.STARTERS.from(this.text, this.done)); ) {
      this.done = found.index + 1;
      const { title, self, that, its, relative, short } = found.groups;
      if (title) this.title(found.index);
      else if (self) this.self(found.index);
      else if (that) this.that(found.index);
      else if (its) this.its(found.index);
      else if (relative) this.relative(found.index);
      else if (short !== undefined) this.short(found.index);
      else this.locus(found.index);
    }
    return this.found;
  }

  title(begun) {
    const found = this.grammar.TITLE.at(this.text, begun);
    if (!found) return;
    const end = (this.done = endOf(found));
    const name = found[0].slice(1, -1).trim();
    const { numbered, generic } = this.state;
    if (numbered && this.text[begun - 1] === "本" && generic.has(plain(name))) {
      const own = this.articles(end);
      if (own) this.run(begun - 1, own, "self_article", null, "", true);
      return;
    }
    const { law: known, why } = this.named(name);
    const place = this.articles(endOf(this.grammar.BETWEEN.at(this.text, end)));
    const { LIST_TITLE, PRIVATE } = this.grammar;
    const law = known ?? (why === "" && place && LIST_TITLE.from(name) && !PRIVATE.from(name) ? name : null);
    if (law === null && why === "") return;
    this.name(name, law);
    this.titles.push(law);
    if (place) {
      this.run(begun, place, "title_article", law, why);
      return;
    }
    this.add(begun, end, this.isRepealed(end) ? "title_repealed" : "title", law, {}, why);
    this.abbreviation(end, law);
  }

  /** （以下分别简称《甲法》、《乙法》）: in the order of the titles before them. */
  abbreviations(at) {
    const found = this.grammar.ABBREVIATIONS.at(this.text, at);
    const from = found ? at + found[0].indexOf(found.groups.names, found[0].search(/称/u) + 1) : 0;
    const names = found ? this.grammar.ABBREVIATED.all(found.groups.names) : [];
    if (!found || names.length > this.titles.length) return;
    this.done = endOf(found);
    const laws = this.titles.slice(this.titles.length - names.length);
    for (const [place, one] of names.entries()) {
      if (!laws[place]) continue;
      this.state.short.set(plain(one.groups.title ?? one.groups.name), laws[place]);
      this.add(from + one.index, from + endOf(one), "abbrev_def", laws[place], {});
    }
  }

  abbreviation(at, law) {
    this.abbreviations(at);
    const found = law ? this.grammar.ABBREVIATION.at(this.text, at) : null;
    if (!found) return;
    const name = found.groups.name.trim();
    this.state.short.set(plain(name), law);
    const marked = found.groups.open === "《" ? 1 : 0;
    this.done = endOf(found);
    if (!marked && !this.grammar.LAW_TITLE.from(name)) return;
    const start = found.index + found[0].indexOf(found.groups.name, found[0].search(/称/u) + 1) - marked;
    this.add(start, start + found.groups.name.length + 2 * marked, "abbrev_def", law, {});
  }

  /** The law that a title means; no law and no reason where it is none. */
  named(name) {
    const bare = plain(name);
    const { LAW_TITLE, ISSUED, AUTHORITY, PRIVATE, BOOK_BEFORE } = this.grammar;
    const law = this.state.short.get(bare) ?? this.state.full(name) ?? this.state.full(bare.slice(0, BOOK_BEFORE.from(bare)?.index));
    if (law) return { law, why: "" };
    if (!LAW_TITLE.from(bare) || PRIVATE.from(bare) || (ISSUED.from(bare.slice(-12)) && !AUTHORITY.from(bare))) return { law: null, why: "" };
    if (this.state.generic.has(bare) && this.only(bare)) return { law: this.only(bare), why: "" };
    if (this.state.generic.has(bare)) return { law: null, why: `《${name}》是简称，文中没有写明它指哪一部` };
    return { law: name.replace(/[<《]/gu, "〈").replace(/[>》]/gu, "〉"), why: "" };
  }

  /** The one law named so far that 《条例》, 《办法》 can mean; null where several can. */
  only(short) {
    const bare = (law) => law.slice(0, this.grammar.MADE_BEHIND.from(law)?.index);
    const found = [...this.state.laws].filter((law) => bare(law).endsWith(short));
    return found.length === 1 ? found[0] : null;
  }

  isRepealed(at) {
    const [rest] = this.text.slice(at, at + REPEALED_WITHIN).split(/[。；]/u);
    const found = this.grammar.REPEALED.from(rest);
    if (!found) return false;
    const words = rest.slice(0, found.index).replace(/《[^》]*》(?:[（(][^）)]*[）)])?/gu, "");
    return words.length <= 12 || /^(?:同时|自|即)/u.test(words.replace(/^[、和及，]+/u, ""));
  }

  self(begun) {
    const found = this.grammar.SELF.at(this.text, begun);
    if (!found) {
      this.same(begun);
      return;
    }
    const end = (this.done = endOf(found));
    const place = this.articles(end);
    const chapter = place ? null : this.grammar.CHAPTER_RE.at(this.text, end);
    if (place) this.run(begun, place, "self_article", null, "这份文本自己的名称不明", true);
    else if (chapter) this.add(begun, (this.done = endOf(chapter)), "self_chapter", null, {}, "这份文本自己的名称不明", true);
  }

  /** The place right after a law's name. */
  articles(at) {
    return readPlace(this.grammar, this.text, at) ?? readBare(this.grammar, this.text, at);
  }

  that(begun) {
    const within = this.grammar.THAT_PLACE.at(this.text, begun);
    if (within) {
      this.thatPlace(begun, within);
      return;
    }
    const found = this.grammar.THAT.at(this.text, begun);
    const place = found ? readPlace(this.grammar, this.text, endOf(found)) : null;
    const law = found ? this.antecedent(found[1]) : null;
    if (place) this.run(begun, place, "that_article", law, law ? "" : "前文没有写明是哪一部法");
  }

  /** 《环境保护税法》及其实施条例第二条: what carries out the law named last. */
  its(begun) {
    const found = this.grammar.ITS.at(this.text, begun);
    const place = found ? readPlace(this.grammar, this.text, endOf(found)) : null;
    const base = [...this.state.named.values()].at(-1);
    if (!place || !base) return;
    const law = this.state.full(base + found[1]) ?? base + found[1];
    this.name(law, law);
    this.run(begun, place, "that_article", law);
  }

  /** 该条第二款 and 该款第一项, of the place cited last in the line. */
  thatPlace(begun, found) {
    const last = this.found.at(-1);
    const ofArticle = found[1] === "条";
    if (!last?.place.article || !(ofArticle || last.place.paragraph)) return;
    const lower = (level) => readPlace(this.grammar, this.text, endOf(found), level);
    const place = ofArticle ? (lower("paragraph") ?? lower("item")) : lower("item");
    if (!place) return;
    const { article, articleEnd, paragraph, paragraphEnd } = last.place;
    const within = { ...place, article: articleEnd ?? article, ...(ofArticle ? {} : { paragraph: paragraphEnd ?? paragraph }) };
    this.run(begun, within, "that_article", last.law, last.why, last.own);
  }

  /** 本条第一款: only a text with articles has them. */
  same(begun) {
    const found = this.grammar.SAME.at(this.text, begun);
    if (!found || !this.state.numbered) return;
    const levels = found[1] === "条" ? ["paragraph", "item"] : ["item"];
    const place = levels.map((level) => readPlace(this.grammar, this.text, endOf(found), level)).find(Boolean);
    if (place) this.run(begun, { ...place, article: "第一条" }, "same_article", null, "", true);
    else this.done = endOf(found);
  }

  relative(begun) {
    if (this.grammar.RELATIVE.at(this.text, begun)) this.ofItself(begun, this.grammar.RELATIVE);
  }

  /** 前款, 本条: only a text with articles has them; which one is meant is not worked out. */
  ofItself(begun, pattern) {
    const end = (this.done = endOf(pattern.at(this.text, begun)));
    if (this.state.numbered) this.add(begun, end, "relative_para", null, { article: "第一条" }, "", true);
  }

  locus(begun) {
    const place = readPlace(this.grammar, this.text, begun);
    if (!place) {
      this.continued(begun);
      return;
    }
    const name = this.nameBefore(begun);
    const column = name === null ? this.ofColumn(begun) : null;
    if (column) {
      this.run(begun, place, "bare_article", column);
      return;
    }
    if (name === null && this.grammar.NO_LAW_BEFORE.from(this.text.slice(Math.max(0, begun - LONGEST), begun))) {
      this.pass(place);
      return;
    }
    const last = name === null ? this.ofLast(begun, place) : null;
    if (last) {
      this.run(begun, place, "list_member", last.law);
      return;
    }
    if (name === null) {
      if (!this.state.numbered && !this.isCited(begun, place)) {
        this.done = place.end;
        return;
      }
      this.run(begun, place, "own_article", null, "这份文本自己的名称不明", true);
      return;
    }
    this.bare(name, place);
  }

  /** Go past a place of what is no law (合同第三条), and what goes on with it. */
  pass(place) {
    this.done = place.end;
    for (let next; (next = readNext(this.grammar, this.text, place)); [, place] = next) this.done = next[1].end;
  }

  /** The law that the head of the column names, where an article stands first in a cell. */
  ofColumn(begun) {
    if (this.state.columns.length === 0) return null;
    const before = this.text.slice(0, begun).trimStart().replace(/^\|/u, "").split("|");
    return before.at(-1).trim() === "" ? (this.state.columns[before.length - 1] ?? null) : null;
  }

  /** The citation whose law a bare 第八条 belongs to in a document without articles: 依照《甲法》第六条的规定和第八条的规定. */
  ofLast(begun, place) {
    const last = this.found.at(-1);
    if (this.state.numbered || !last?.place.article || !last.law) return null;
    const { NEAR, ADVICE } = this.grammar;
    const joined = NEAR.fits(this.text.slice(last.end, begun)) && !ADVICE.at(this.text, place.end);
    return joined || this.isCited(begun, place) ? last : null;
  }

  bare([start, title], place) {
    if (this.grammar.UNNAMED.fits(title) && !this.isKnown(title)) {
      this.run(start, place, "bare_article", null, `“${title}”没有写明是哪一部法`);
      return;
    }
    const law = this.state.short.get(plain(title)) ?? this.state.full(title) ?? title;
    this.name(title, law);
    this.run(start, place, "bare_article", law);
  }

  isKnown(title) {
    return this.state.short.has(plain(title)) || this.state.full(title) !== undefined;
  }

  /** 行政处罚法33条: an article without 第 after a name that is known. */
  short(begun) {
    const place = readBare(this.grammar, this.text, begun);
    const name = place ? this.nameBefore(begun) : null;
    if (name && this.isKnown(name[1])) this.bare(name, place);
  }

  /** 第三款 in a document without articles of its own, after a place in the same line: 第一款“……”和第三款, 第一款规定……，第三款规定. */
  continued(begun) {
    const last = this.found.at(-1);
    if (this.state.numbered || !last?.place.article) return;
    const paragraph = readPlace(this.grammar, this.text, begun, "paragraph");
    const lower = paragraph ?? (last.place.item ? readPlace(this.grammar, this.text, begun, "item") : null);
    if (!lower || !this.joined(this.text.slice(last.end, begun), begun, lower)) return;
    const { article, articleEnd, paragraph: within, paragraphEnd } = last.place;
    const place = { ...lower, article: articleEnd ?? article, ...(paragraph ? {} : { paragraph: paragraphEnd ?? within }) };
    this.run(begun, place, paragraph ? "para_member" : "item_member", last.law, last.why, last.own);
  }

  joined(between, begun, place) {
    const { NEAR, FAR, RULES, GOES_ON, CITED_BEFORE } = this.grammar;
    if (!NEAR.fits(between)) return FAR.fits(between) && Boolean(RULES.at(this.text, place.end));
    const numbered = place.item?.replace("(", "（").includes("（");
    return Boolean(GOES_ON.at(this.text, place.end) || CITED_BEFORE.from(this.text.slice(0, begun)) || numbered || /[“「]/u.test(this.text[place.end] ?? ""));
  }

  /** Keep a law that was named, for 该法 and 该条例 that follow; null where it is not known which. */
  name(title, law) {
    const sort = this.grammar.SORT.from(law ?? title)?.[1] ?? "";
    this.state.named.delete(sort);
    this.state.named.set(sort, law);
    if (law) this.state.laws.add(law);
  }

  /** The law of a sort that was named last: 该条例 means no 法, while 规定 may be what anything is called. */
  antecedent(sort) {
    const found = [...this.state.named].reverse().find(([one]) => one.startsWith(sort.replace(/律$/u, "")) || sort === "规定");
    return found ? found[1] : null;
  }

  /** Whether 第三条 of a text that is no law is an article: something cites it, or goes on from it. */
  isCited(begun, place) {
    const { CITED_BEFORE, CITED_AFTER } = this.grammar;
    return Boolean(place.paragraph || place.item || place.articleEnd || CITED_BEFORE.from(this.text.slice(0, begun)) || CITED_AFTER.at(this.text, place.end));
  }

  /** The name without marks that ends before a place: where it begins, and the name; null where none does. */
  nameBefore(at) {
    const stated = this.text.slice(0, at).replace(/[ \u3000]+$/u, "").replace(/(?<=法)原$/u, ""); // 刑法原第一百五十五条
    const end = this.grammar.BOOK_BEFORE.from(stated)?.index ?? stated.length;
    const first = Math.max(0, end - LONGEST);
    const before = this.text.slice(first, end);
    const marked = this.grammar.MARKED.from(before);
    if (marked && (this.state.short.has(plain(marked[1])) || this.state.full(marked[1]))) return [first + marked.index, marked[1]];
    const rest = (start) => (before.startsWith(PRC, start) ? before.slice(start + PRC.length) : before.slice(start));
    for (let start = 0; start <= before.length - SHORTEST; start++) {
      if (/\s/u.test(before[start])) continue;
      if (this.state.short.has(rest(start)) || this.state.full(before.slice(start))) return [first + start, before.slice(start)];
    }
    if (!this.grammar.BARE_END.from(before)) return null;
    const inside = before.lastIndexOf(PRC);
    if (inside >= 0) return [first + inside, before.slice(inside)];
    const starts = this.grammar.BEFORE_NAME.all(before).map(endOf).filter((start) => before.length - start >= SHORTEST);
    if (starts.length === 0 && first > 0) return null;
    const start = Math.max(0, ...starts);
    return AMBIGUOUS.includes(before.slice(start)) ? null : [first + start, before.slice(start)];
  }

  run(begun, place, kind, law, why = "", own = false) {
    this.add(begun, place.end, kind, law, place, why, own);
    for (let next; (next = readNext(this.grammar, this.text, place)); ) {
      const [start, following, member] = next;
      place = following;
      this.add(start, place.end, member, law, place, why, own);
    }
    this.done = place.end;
  }

  add(start, end, kind, law, place, why = "", own = false) {
    const mine = own && this.state.numbered;
    this.found.push({ line: this.line, start, end, surface: this.text.slice(start, end), kind, law, own: mine, why: law ? "" : why, place, target: targetOf(this.grammar, place) });
  }
}
