/**
 * Characters that look like nothing, or like others: the twin of generator/reading/characters.py, character for character.
 * tests/vectors/tokens.json holds the two together; change both or none.
 */

const UNSEEN = new RegExp(
  "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e" +
    "\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffc\\ufffe\\uffff\\ufdd0-\\ufdef" +
    "\\u{1fffe}\\u{1ffff}\\u{2fffe}\\u{2ffff}\\u{3fffe}\\u{3ffff}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}]",
  "gu",
);
const LIKE =
  "　厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢尢巳幺彑彐忄㣺扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒罒罓罓羊羊羊耂" +
  "肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
const RADICALS = /[\u2e80-\u2ef3]/gu;

function like(radical) {
  const sign = LIKE[radical.codePointAt(0) - 0x2e80];
  return sign === "\u3000" ? radical : sign;
}

/** A text as it is read: without what can't be seen, radicals as characters, figures and letters of full width plain; marks stay. */
export function seen(text) {
  const plain = text.replace(UNSEEN, "").replace(RADICALS, like);
  return plain.replace(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, " ").replace(/[０-９Ａ-Ｚａ-ｚ\u2f00-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, (sign) => sign.normalize("NFKC"));
}

/** A text as it is compared: without what can't be seen, radicals as characters, widths as one (NFKC). */
export function fold(text) {
  return text.replace(UNSEEN, "").replace(RADICALS, like).normalize("NFKC");
}
