/** Days as a calendar file (RFC 5545), for the phone's calendar. */

const ESCAPES = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };
const escaped = (text) => text.replace(/[\\;,\n]/gu, (sign) => ESCAPES[sign]);
const MOST = 75; // octets of a line
const bytes = new TextEncoder();

/** A line no longer than the standard allows, broken between characters. */
function folded(line) {
  const parts = [];
  let [part, size] = ["", 0];
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (size + more > MOST) {
      parts.push(part);
      [part, size] = [" ", 1];
    }
    part += sign;
    size += more;
  }
  return [...parts, part].join("\r\n");
}

/**
 * @param {Array<{id: string, day: string, title: string, text: string}>} events whole days, `YYYY-MM-DD`
 * @param {string} stamp when the file is made, `YYYYMMDDTHHMMSSZ`
 */
export function calendarFile(events, stamp) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pufa//deadlines//ZH", "CALSCALE:GREGORIAN"];
  for (const { id, day, title, text } of events) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    const date = (value) => value.replaceAll("-", "");
    lines.push("BEGIN:VEVENT", `UID:${id}@pufa`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(next)}`, `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, "TRANSP:TRANSPARENT");
    lines.push("BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(`还有两天，${title}`)}`, "TRIGGER:-P2D", "END:VALARM", "END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}
