/**
 * Words of a text and of a query: the twin of generator/search/tokens.py, character for character.
 * tests/vectors/tokens.json holds the two together; change both or none.
 */

import { fold } from "./characters.js";

const HAN = "\u3007\u3400-\u4dbf\u4e00-\u7683\u7685-\u9fff\u{20000}-\u{3ffff}";
const WORD = "[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\\.[0-9]+)*";
const TOKEN = new RegExp(`#[0-9-]+|${WORD}|[${HAN}]+`, "gu");
const ALL_HAN = new RegExp(`^[${HAN}]+$`, "u");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");

const D = "[一二三四五六七八九]";
const BELOW_HUNDRED = `(?:${D}?十${D}?|${D})`;
const AFTER_HUNDRED = `(?:零${D}|${D}十${D}?)?`;
const AFTER_THOUSAND = `(?:零${D}十${D}?|零${D}|${D}百${AFTER_HUNDRED})?`;
const COUNTED = `(?:${D}千${AFTER_THOUSAND}|${D}百${AFTER_HUNDRED}|${BELOW_HUNDRED})`;
const NUMERAL = `(?:[0-9]{1,4}|${COUNTED}|${D}[〇零一二三四五六七八九]{1,3})`;
const ARTICLE = new RegExp(`(第 *)?(?<![0-9])(${NUMERAL}) *条(?:之(${BELOW_HUNDRED}))?`, "gu");
const BARE = new RegExp(`(?<![^ \\n\\t])第?(${NUMERAL})(?![^ \\n\\t])`, "gu");
const DIGITS_AT_EDGE = new RegExp(`(?<![0-9a-z.#-])([0-9]{1,4})(?![0-9a-z.%${HAN}])`, "gu");
const FIGURE = "〇零一二三四五六七八九十百千两";
const UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]元?|元|[倍吨]|分贝";
const TWO = new RegExp(`(?<![${FIGURE}])两(?=[百千]|${UNIT})`, "gu");
const QUANTITY = new RegExp(`(?<![0-9.${FIGURE}])(${COUNTED})(?=${UNIT})|(?<=百分之)(${COUNTED})`, "gu");
const GROUPED = /(?<![0-9.,])([0-9]{1,3}(?:,[0-9]{3})+)(?=[万元])/gu;
const PARTS = /(?<![0-9.])([0-9]{1,7})(?:\.([0-9]{1,4})万|万([0-9]{1,4}))元/gu;
const THOUSANDS = /(?<![0-9.])([0-9]{1,4})([百千])元/gu;
const TEN_THOUSANDS = /(?<![0-9.])([1-9][0-9]*)0000(?![0-9.])/gu;
const DAYS = /(?<=[0-9])天/gu;
const PER_CENT = /百分之([0-9]+)/gu;
const LETTERS = /(?<![0-9a-z.#-])[a-z]{2,}(?![0-9a-z.])/gu;
const SOUNDED = /(?<![0-9a-z.#-])[a-z]+(?:[ '][a-z]+)*(?![0-9a-z.])/gu;

/** What may follow each beginning of a syllable, as pinyin is typed. */
const ENDS = {
  "0": "a ai an ang ao e ei en eng er o ou",
  b: "a ai an ang ao ei en eng i ian iao ie in ing o u",
  c: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  ch: "a ai an ang ao e en eng i ong ou u uai uan uang ui un uo",
  d: "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
  f: "a an ang ei en eng o ou u",
  g: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  h: "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
  j: "i ia ian iang iao ie in ing iong iu u uan ue un",
  k: "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
  l: "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve",
  m: "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
  n: "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan ue uo v ve",
  p: "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
  q: "i ia ian iang iao ie in ing iong iu u uan ue un",
  r: "an ang ao e en eng i ong ou u uan ui un uo",
  s: "a ai an ang ao e en eng i ong ou u uan ui un uo",
  sh: "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
  t: "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
  w: "a ai an ang ei en eng o u",
  x: "i ia ian iang iao ie in ing iong iu u uan ue un",
  y: "a an ang ao e i in ing ong ou u uan ue un",
  z: "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
  zh: "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
};
const LONGEST = 6;
const SYLLABLES = new Set(Object.entries(ENDS).flatMap(([start, ends]) => ends.split(" ").map((end) => (start === "0" ? end : start + end))));

const FIGURES = "零一二三四五六七八九";
const UNITS = { 十: 10, 百: 100, 千: 1000 };

/** The value of a numeral that NUMERAL matches: 1095, 一千零九十五, 一〇九五. */
function parseNumber(text) {
  const plain = text.replaceAll("〇", "零");
  if (/^[0-9]/u.test(plain)) return Number(plain);
  if (!/[十百千]/u.test(plain)) return Number([...plain].map((figure) => FIGURES.indexOf(figure)).join(""));
  let total = 0;
  let figure = 0;
  for (const character of plain) {
    if (character in UNITS) {
      total += (figure || 1) * UNITS[character];
      figure = 0;
    } else figure = FIGURES.indexOf(character);
  }
  return total + figure;
}

/** Characters of the traditional script, each before the one that the texts write. */
const TRADITIONAL =
  "條条環环評评違违處处罰罚廢废氣气聲声業业產产證证許许類类標标準准監监測测車车機机關关規规範范責责單单區区應应預预報报備备驗验設设開开閉闭運运輸输貯贮倉仓儲储庫库鍋锅爐炉煙烟塵尘燒烧養养魚鱼豬猪廚厨餘余" +
  "飯饭館馆鍍镀電电輻辐醫医療疗藥药農农鎮镇鄉乡縣县號号項项萬万億亿個个幾几誰谁麼么樣样辦办嗎吗檢检舉举訴诉訟讼議议聽听陳陈辯辩執执強强繳缴納纳額额嚴严輕轻減减續续連连計计錄录賬账帳账臺台瀝沥溝沟灘滩濕湿" +
  "護护壞坏殘残險险體体劑剂質质濃浓總总協协約约傾倾棄弃滲渗導导擾扰樓楼鄰邻裝装飾饰鬧闹廣广場场員员務务門门劃划編编製制審审復复複复銷销達达書书據据調调問问談谈願愿義义從从壓压過过無无為为與与於于後后請请" +
  "說说對对發发補补償偿損损財财稅税權权佈布點点線线絡络網网碼码燈灯鐵铁鋼钢礦矿採采樹树蟲虫鳥鸟獵猎獲获漁渔傷伤圍围墾垦沖冲溫温寬宽戶户闆板塊块紙纸膠胶漿浆噴喷顏颜傢家貨货駛驶檔档齡龄賠赔濫滥佔占殺杀斃毙" +
  "沒没淨净術术衛卫飲饮歲岁學学習习題题試试";
const SIMPLIFIED = new Map(TRADITIONAL.match(/../gu).map(([from, to]) => [from, to]));
const IS_TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");
/** Letters that may spell a law's name, right before the number of an article: huanpingfa31. */
export const SPELLED = /(?<![0-9a-z.#-])([a-z]{3,})(?=[0-9]{1,4}(?![0-9a-z.%]))/gu;

/** Folds widths, case and scripts, and writes every article number as ` #1095 ` or ` #120-1 `, figures with a unit in Arabic. */
export function normalise(text) {
  const folded = fold(text).toLowerCase().replaceAll("#", " ").replace(IS_TRADITIONAL, (sign) => SIMPLIFIED.get(sign));
  const marked = folded.replace(ARTICLE, (match, ordinal, number, suffix) => {
    if (!ordinal && number.length === 1 && !/[0-9]/u.test(number)) return match;
    const tail = suffix ? `-${parseNumber(suffix)}` : "";
    return ` #${parseNumber(number)}${tail} `;
  });
  const counted = marked.replace(TWO, "二").replace(QUANTITY, (match, unit, share) => String(parseNumber(unit ?? share)));
  const plain = counted.replace(GROUPED, (match) => match.replaceAll(",", ""));
  const whole = plain.replace(PARTS, (match, high, decimals, low) => `${Number(high) * 10_000 + Number(low ?? decimals.padEnd(4, "0"))}元`);
  const summed = whole.replace(THOUSANDS, (match, number, unit) => `${Number(number) * (unit === "百" ? 100 : 1000)}元`);
  return summed.replace(TEN_THOUSANDS, "$1万").replace(DAYS, "日").replace(PER_CENT, " $1%");
}

/** All tokens of a text, in order, with repetition. */
export function tokens(text) {
  return split(normalise(text));
}

/** Tokens of a text that normalise() has been through. */
export function split(normalised) {
  const found = [];
  for (const [run] of normalised.matchAll(TOKEN)) {
    const characters = isHan(run) ? [...run] : [];
    if (characters.length < 2) found.push(run);
    for (let i = 0; i + 1 < characters.length; i++) found.push(characters[i] + characters[i + 1]);
  }
  return found;
}

/** Distinct tokens of a normalised query; a bare number may be an article's, letters may be sounds of Chinese. */
export function queryTokens(normalised) {
  const numbers = [...normalised.matchAll(DIGITS_AT_EDGE), ...normalised.matchAll(BARE)];
  const articles = numbers.map((match) => `#${parseNumber(match[1])}`);
  return [...new Set([...split(normalised), ...articles, ...sounded(normalised).flat()])];
}

/**
 * What letters of a query may be short for: groups of tokens, each of which only counts where a document has it whole.
 * Letters may be initials (wpxj), and whole syllables, apart or not (weipixianjian, wei pi xian jian).
 */
export function sounded(normalised) {
  const words = [...normalised.matchAll(LETTERS)].map(([word]) => word).filter((word) => new Set(word).size > 1);
  const groups = words.map(initialTokens);
  for (const [run] of normalised.matchAll(SOUNDED)) {
    const parts = run.split(/[ ']/u).map(syllables);
    const spoken = parts.includes(null) ? [] : parts.flat();
    if (spoken.length > 1) groups.push([...new Set(spoken.slice(1).map((one, place) => `~${spoken[place]}-${one}`))]);
  }
  return groups;
}

/** A word cut into syllables of pinyin, long ones first; null where it is none. */
function syllables(letters) {
  const ways = [...Array(letters.length).fill(null), []];
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--) {
      if (ways[at + length] === null || !SYLLABLES.has(letters.slice(at, at + length))) continue;
      ways[at] = [letters.slice(at, at + length), ...ways[at + length]];
      break;
    }
  }
  return ways[0];
}

function initialTokens(letters) {
  const found = [`~^${letters.slice(0, 2)}`];
  for (let i = 0; i + 3 <= letters.length; i++) found.push(`~${letters.slice(i, i + 3)}`);
  return found;
}

/** Whether a string begins with a character that is searched in pairs. */
export function isHan(text) {
  return IS_HAN.test(text);
}

/** Whether all of a string is characters that are searched in pairs. */
export function isAllHan(text) {
  return ALL_HAN.test(text);
}

/** The shard that holds a token: FNV-1a over code points, modulo a power of two. */
export function shardOf(token, shards) {
  let value = 0x811c9dc5;
  for (const character of token) value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0;
  return (value ^ (value >>> 15)) & (shards - 1);
}
