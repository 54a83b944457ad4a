/** Cronbach's alpha with Feldt's interval, and the standard error of measurement: the twin of generator/sitting/analysis/reliability.py. */

import { mean, variance } from "./responses.js";

const LEVEL = 0.95;
const STEPS = 80;
const TINY = 1e-300;

/** @param {number[][]} points of every person for every item */
export function reliability(points) {
  const [people, items] = [points.length, points[0].length];
  const scores = points.map((row) => row.reduce((sum, one) => sum + one, 0));
  const known = { people, items, mean: mean(scores), deviation: null, alpha: null, alpha_interval: [null, null], standard_error: null };
  if (people < 2) return known;
  const deviation = Math.sqrt(variance(scores));
  if (items < 2 || deviation < 1e-9) return { ...known, deviation };
  const within = points[0].reduce((sum, _, item) => sum + variance(points.map((row) => row[item])), 0);
  const alpha = Math.min((items / (items - 1)) * (1 - within / deviation ** 2), 1);
  return { ...known, deviation, alpha, alpha_interval: interval(alpha, people, items), standard_error: deviation * Math.sqrt(1 - Math.max(alpha, 0)) };
}

/** (1 - alpha) over (1 - its estimate) follows F with N-1 and (N-1)(k-1) degrees of freedom. */
function interval(alpha, people, items) {
  const [first, second] = [people - 1, (people - 1) * (items - 1)];
  const tail = (1 - LEVEL) / 2;
  return [1 - tail, tail].map((share) => 1 - (1 - alpha) * quantile(share, first, second));
}

/** Quantile of the F distribution. */
function quantile(probability, first, second) {
  let [low, high] = [-1, 1]; // of the logarithm
  while (shareBelow(Math.exp(low), first, second) > probability) low *= 2;
  while (shareBelow(Math.exp(high), first, second) < probability) high *= 2;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (shareBelow(Math.exp(middle), first, second) < probability) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Share of the F distribution below `value`: the regularised incomplete beta function. */
function shareBelow(value, first, second) {
  const [a, b] = [first / 2, second / 2];
  const x = (first * value) / (first * value + second);
  const rest = second / (first * value + second);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(Math.max(x, TINY)) + b * Math.log(Math.max(rest, TINY)));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(a, b, x)) / a; // where the fraction is quick to settle; else by symmetry
  return 1 - (front * fraction(b, a, rest)) / b;
}

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function fraction(a, b, x) {
  let [result, upper, lower] = [TINY, TINY, 0];
  for (let step = 0; step < 100_000; step++) {
    const m = Math.floor(step / 2);
    let term = 1;
    if (step % 2) term = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    else if (step > 0) term = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    lower = 1 / (1 + term * lower || TINY);
    upper = 1 + term / upper || TINY;
    result *= upper * lower;
    if (step > 0 && Math.abs(upper * lower - 1) < 1e-15) break;
  }
  return result;
}

/** The logarithm of the gamma function, by Stirling's series where it is good (DLMF 5.11.1). */
function logGamma(x) {
  let [at, below] = [x, 0];
  for (; at < 15; at += 1) below += Math.log(at);
  const square = 1 / (at * at);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - below;
}
