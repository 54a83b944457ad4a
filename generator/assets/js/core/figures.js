/** Figures as Python rounds and writes them: halves to even. */

/** The nearest whole number. */
export function halfEven(value) {
  const low = Math.floor(value);
  return value - low === 0.5 ? low + (Math.abs(low) % 2) : Math.round(value);
}

/** With so many places: 0.125 is 0.12, 0.375 is 0.38. */
export function fixed(value, places) {
  const tie = value * 2 ** (places + 1); // only such a number lies just between two that can be written
  if (!Number.isInteger(tie) || tie % 2 === 0) return value.toFixed(places);
  return (halfEven(value * 10 ** places) / 10 ** places).toFixed(places);
}

/** A share as a percentage. */
export const percent = (share, places = 0) => `${fixed(share * 100, places)}%`;
