/** Days as a calendar file (RFC 5545), for the phone's calendar; generator/exports/ical.py writes the same, held by a test. */

import { addDays, DAY, midnight } from "./days.js";

const ESCAPES = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };
const escaped = (text) => text.replace(/[\\;,\n]/gu, (sign) => ESCAPES[sign]);
const MOST = 74; // octets of a line beside the blank that carries it on
const bytes = new TextEncoder();

/** A line no longer than the standard allows, broken between characters. */
function folded(line) {
  const parts = [];
  let [part, size] = ["", 0];
  for (const sign of line) {
    const more = bytes.encode(sign).length;
    if (size + more > MOST) {
      parts.push(part);
      [part, size] = [" ", 0];
    }
    part += sign;
    size += more;
  }
  return [...parts, part].join("\r\n");
}

/** The moment of a file that is made now. */
export const stampNow = () => new Date().toISOString().replace(/[-:]|\.\d+/gu, "");

/**
 * @param {Array<{id: string, day: string, title: string, text: string, rule?: string, alarm?: number}>} events whole days, `YYYY-MM-DD`; how they return; days before the alarm
 * @param {string} stamp when the file is made, `YYYYMMDDTHHMMSSZ`: a later file renews the days of an earlier one
 * @param {string} name what the calendar is called
 */
export function calendarFile(events, stamp, name = "") {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pufa//deadlines//ZH", "CALSCALE:GREGORIAN"];
  if (name) lines.push(`X-WR-CALNAME:${escaped(name)}`);
  const sequence = midnight(stamp.replace(/^(\d{4})(\d\d)(\d\d).*$/u, "$1-$2-$3")) / DAY;
  for (const { id, day, title, text, rule = "", alarm = 2 } of events) {
    const date = (value) => value.replaceAll("-", "");
    lines.push("BEGIN:VEVENT", `UID:${id}@pufa`, `DTSTAMP:${stamp}`, `SEQUENCE:${sequence}`, `DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(addDays(day, 1))}`, ...(rule ? [`RRULE:${rule}`] : []), `SUMMARY:${escaped(title)}`, `DESCRIPTION:${escaped(text)}`, "TRANSP:TRANSPARENT");
    lines.push("BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(`还有${alarm === 2 ? "两" : ` ${alarm} `}天，${title}`)}`, `TRIGGER:-P${alarm}D`, "END:VALARM", "END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}
