/**
 * Words of a text and of a query: the twin of generator/search/tokens.py, character for character.
 * tests/vectors/tokens.json holds the two together; change both or none.
 */

import { fold } from "./characters.js";

export const HAN = "\u3007\u3400-\u4dbf\u4e00-\u7683\u7685-\u9fff\u{20000}-\u{3ffff}";
const WORD = "[0-9]+(?:\\.[0-9]+)?%|[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\\.[0-9]+)*";
const TOKEN = new RegExp(`#[0-9-]+|${WORD}|[${HAN}]+`, "gu");
const ALL_HAN = new RegExp(`^[${HAN}]+$`, "u");
const HAN_RUNS = new RegExp(`[${HAN}]+`, "gu");
const IS_HAN = new RegExp(`^[${HAN}]`, "u");

const D = "[一二三四五六七八九]";
const BELOW_HUNDRED = `(?:${D}?十${D}?|${D})`;
const AFTER_HUNDRED = `(?:零${D}|${D}十${D}?)?`;
const AFTER_THOUSAND = `(?:零${D}十${D}?|零${D}|${D}百${AFTER_HUNDRED})?`;
const COUNTED = `(?:${D}千${AFTER_THOUSAND}|${D}百${AFTER_HUNDRED}|${BELOW_HUNDRED})`;
const NUMERAL = `(?:[0-9]{1,4}|${COUNTED}|${D}[〇零一二三四五六七八九]{1,3})`;
const ARTICLE = new RegExp(`(第 *)?(?<![0-9])(${NUMERAL}) *条(?:之(${BELOW_HUNDRED}))?`, "gu");
/** The number of an order that published a text, as cited and as spoken: 国务院令第682号, 682号令. */
const ORDER = new RegExp(`令 *第? *(${NUMERAL}) *号|(?:第 *)?(?<![0-9])(${NUMERAL}) *号令`, "gu");
const BARE = new RegExp(`(?<![^ \\n\\t])第?(${NUMERAL})(?![^ \\n\\t])`, "gu");
const DIGITS_AT_EDGE = new RegExp(`(?<![0-9a-z.#-])([0-9]{1,4})(?![0-9a-z.%${HAN}])`, "gu");
const FIGURE = "〇零一二三四五六七八九十百千两";
const UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]元?|元|[倍吨]|分贝";
const IN_W = /(?<=[0-9])w(?![0-9a-z])/gu;
const KUAI = new RegExp(`(?<=[0-9万千百])块钱|(?<=[万千百])块|(?<=[0-9])块(?![${HAN}])`, "gu");
const NO_YUAN = new RegExp(`(?<=[0-9])万(?=以[上下]|[到至罚]|[^0-9${HAN}]|$)`, "gu");
const SPAN = /(?<![0-9.])([0-9]{1,5})(?: *[-~～—–至到]+ *)(?=[0-9]{1,5}万)/gu;
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

/** Characters of the traditional script, each before the one that the texts of the field write. */
const TRADITIONAL =
  "條条應应當当環环國国規规關关門门設设態态處处產产護护責责業业務务機机製制對对傢家萬万監监區区罰罚發发動动廢废級级權权單单經经報报為为爲为實实準准進进標标體体違违並并開开證证險险時时採采資资會会員员復复複复內内" +
  "運运沒没組组劃划織织學学職职許许質质備备測测營营構构強强據据與与農农項项氣气調调場场請请縣县評评檢检節节負负後后過过約约裝装聲声統统點点議议響响術术決决況况償偿確确損损嚴严記记範范審审電电擔担錄录個个類类無无" +
  "間间執执從从辦办書书輸输價价預预給给於于濟济養养車车費费風风債债編编圍围賠赔種种轉转協协數数財财適适長长銷销專专託托計计現现黃黄結结佈布減减訴诉導导傳传驗验將将義义溼湿濕湿變变築筑礦矿勵励線线廣广綜综壞坏鎮镇" +
  "屬属則则園园轄辖領领達达華华狀状補补棄弃續续該该網网別别賣卖額额訟讼貯贮納纳維维貨货還还讓让遺遗認认優优廠厂綠绿潔洁裏里裡里參参閉闭漁渔來来聯联見见礙碍傾倾眾众衆众麼么總总儲储識识輕轻載载鄉乡飲饮稅税醫医庫库" +
  "衛卫買买藥药樣样稱称際际選选塵尘舉举幹干籌筹徵征帶带繼继佔占聽听說说説说療疗擴扩臺台繳缴隱隐藝艺誰谁滿满論论寫写東东揮挥災灾頭头積积燒烧遊游毀毁訂订帳账賬账連连揚扬購购邊边離离輻辐籤签層层滲渗蓋盖兩两擾扰灘滩" +
  "鐵铁終终問问須须堅坚滅灭較较獵猎訓训陸陆賃赁這这視视絕绝煙烟異异劇剧熱热顯显礎础獲获墾垦樹树輛辆願愿絡络殘残虛虚亂乱劑剂錯错羣群換换戶户凍冻紅红詢询試试難难駛驶溫温極极丟丢歸归祕秘塊块樓楼爭争題题屆届碼码贈赠" +
  "臨临觀观暫暂舊旧壓压夠够雙双緊紧爐炉淨净穩稳棲栖號号糞粪鑑鉴餘余軍军獎奖隊队憲宪脅胁勞劳塗涂糾纠鍋锅辯辩魚鱼創创練练夥伙搶抢溝沟習习擬拟釋释盡尽針针飼饲傷伤僞伪撫抚檔档筆笔慮虑沖冲衝冲親亲銜衔獨独倉仓惡恶戰战" +
  "濃浓隨随囑嘱遷迁島岛張张撈捞稈秆績绩鄰邻擋挡喪丧噴喷擇择紀纪軌轨寧宁斷断瀕濒簡简蹤踪輪轮團团濫滥憑凭鈾铀騙骗盜盗誤误諾诺陳陈駕驾諮咨蝕蚀跡迹匯汇煉炼郵邮館馆啓启紛纷攬揽譽誉貴贵勢势漿浆脫脱們们語语貼贴歲岁輔辅" +
  "頒颁駁驳鹼碱黨党廚厨拋抛瞞瞒聞闻貸贷遞递談谈錢钱師师掃扫辭辞釷钍閱阅雜杂順顺崗岗撥拨緩缓葉叶擊击頓顿幫帮徑径撓挠樂乐鋪铺鍍镀鳴鸣滯滞灑洒勸劝幾几閒闲噸吨圖图慣惯講讲齊齐掛挂細细話话謊谎餌饵鹽盐兒儿澤泽紙纸診诊" +
  "鋼钢競竞艙舱踐践鳥鸟卻却懲惩歷历獻献娛娱牀床賄贿鉛铅頻频顧顾冊册壩坝峯峰撐撑攜携覺觉銀银蟲虫謀谋鑽钻饋馈飛飞巖岩攔拦欄栏誘诱豬猪貢贡輿舆遲迟釣钓遠远鍵键靜静儀仪撲扑榮荣燈灯觸触諧谐貿贸階阶齡龄毆殴膠胶興兴闆板" +
  "剝剥竊窃締缔誠诚趨趋陽阳側侧牽牵鞏巩夾夹晉晋濾滤獸兽賂赂鎖锁閥阀馬马喚唤嶺岭牆墙讀读貫贯偵侦奪夺屍尸暢畅槍枪潛潜潤润盤盘詐诈課课勝胜橫横磚砖縮缩縱纵驟骤僅仅厲厉婦妇彌弥徹彻澇涝禮礼訊讯討讨訪访詳详轟轰飯饭寵宠" +
  "廳厅攝摄瀝沥灣湾畢毕貝贝賦赋鉻铬驅驱麗丽幣币懸悬攤摊敗败曉晓樁桩穢秽貧贫賓宾贍赡軟软鬥斗刪删屢屡攪搅疊叠羈羁賭赌趕赶遙遥鏈链鑿凿閘闸雖虽孫孙愛爱擺摆氈毡氫氢濱滨瀆渎糧粮純纯緣缘莊庄蝦虾輩辈鎘镉倫伦剛刚寬宽峽峡" +
  "廁厕擁拥樞枢殺杀瀾澜篩筛紐纽繞绕襲袭誡诫誹诽謗谤譜谱貪贪鑄铸頂顶顆颗駐驻嚇吓墊垫廂厢懷怀搖摇擠挤擲掷滄沧澆浇爾尔竈灶繪绘羅罗薦荐覽览詞词諒谅賞赏贏赢鄧邓鉤钩鏟铲闡阐陝陕飾饰鹹咸兌兑劉刘慶庆撿捡擱搁橋桥櫃柜殼壳" +
  "滌涤澱淀燻熏獄狱瑪玛窩窝窯窑窺窥纜缆肅肃誣诬譯译贓赃贖赎遼辽鄭郑鈑钣鋁铝鎳镍雲云霧雾頁页頃顷魯鲁龍龙吳吴喫吃喬乔嗎吗墜坠壟垄壯壮壽寿尋寻揀拣搗捣敵敌曬晒殲歼淺浅渾浑湧涌漬渍紹绍絲丝綱纲繕缮纏缠罌罂蘭兰褻亵覓觅" +
  "豐丰貶贬賴赖賽赛趙赵銃铳闖闯顏颜騷骚髒脏鮮鲜鱘鲟鬧闹億亿斃毙";
const SIMPLIFIED = new Map(TRADITIONAL.match(/../gu).map(([from, to]) => [from, to]));
const IS_TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");
/** Letters that may spell a law's name, right before the number of an article: huanpingfa31. */
export const SPELLED = /(?<![0-9a-z.#-])([a-z]{3,})(?=[0-9]{1,4}(?![0-9a-z.%]))/gu;

/** Folds widths, case and scripts, and writes every article number as ` #1095 ` or ` #120-1 `, figures with a unit in Arabic, the number of an order as ` 号令682 `. */
export function normalise(text) {
  const folded = fold(text).toLowerCase().replaceAll("#", " ").replace(IS_TRADITIONAL, (sign) => SIMPLIFIED.get(sign));
  const spoken = folded.replace(IN_W, "万").replace(KUAI, "元").replace(SPAN, "$1万-");
  const marked = spoken.replace(ARTICLE, (match, ordinal, number, suffix) => {
    if (!ordinal && number.length === 1 && !/[0-9]/u.test(number)) return match;
    const tail = suffix ? `-${parseNumber(suffix)}` : "";
    return ` #${parseNumber(number)}${tail} `;
  });
  const ordered = marked.replace(ORDER, (match, cited, spoken) => ` 号令${parseNumber(cited ?? spoken)} `);
  const counted = ordered.replace(TWO, "二").replace(QUANTITY, (match, unit, share) => String(parseNumber(unit ?? share)));
  const plain = counted.replace(NO_YUAN, "万元").replace(GROUPED, (match) => match.replaceAll(",", ""));
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

/** Runs of characters that are searched in pairs. */
export function hanRuns(text) {
  return text.match(HAN_RUNS) ?? [];
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
