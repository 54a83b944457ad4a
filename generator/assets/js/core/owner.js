/** What an owner has chosen at the door of a guide, which duties are left, and the choice as the tail of a link. */

/** Fields of a choice: circumstances by sort, as generator/kinds/obligation.py names them. */
export const FIELDS = ["activities", "permits", "sizes", "places", "lists"];

/**
 * Whether a duty may fall on the enterprise: in each field that both name, one must be common; a field in which nothing is chosen asks nothing.
 * @param {Object<string, string[]>} when of the duty
 * @param {Object<string, string[]>} chosen
 */
export function fits(when, chosen) {
  return FIELDS.every((field) => {
    const [asked, given] = [when[field] ?? [], chosen[field] ?? []];
    return asked.length === 0 || given.length === 0 || asked.some((id) => given.includes(id));
  });
}

/** `activities=coating.voc&permits=permit-key`; empty where nothing is chosen. */
export function toLink(chosen) {
  return FIELDS.filter((field) => chosen[field]?.length > 0).map((field) => `${field}=${chosen[field].join(".")}`).join("&");
}

/**
 * The choice in a link or in what was kept; what the page does not offer is left out.
 * @param {string|object|null} given the tail of a link, or a choice
 * @param {Object<string, string[]>} offered ids by field
 * @returns {Object<string, string[]>|null} null where it names none of the fields
 */
export function readChoice(given, offered) {
  const asked = typeof given === "string" ? Object.fromEntries([...new URLSearchParams(given)].map(([field, ids]) => [field, ids.split(".")])) : given;
  if (asked === null || typeof asked !== "object" || !FIELDS.some((field) => Array.isArray(asked[field]))) return null;
  return Object.fromEntries(FIELDS.map((field) => [field, (offered[field] ?? []).filter((id) => Array.isArray(asked[field]) && asked[field].includes(id))]));
}
