/**
 * Choosing candidates so that every demand is met and no row is over its limit: a search by steps, each of which mends a demand that is not met.
 * A demand that stays unmet while others are mended weighs more and more, so the search leaves every dead end.  It draws its numbers from
 * the seed and counts its steps, so that it ends the same on every machine.
 */

import { numbers } from "./hash.js";
import { byItem } from "./limits.js";

/** Steps of a beginning, and beginnings, before the search gives up. */
const STEPS = 1_500;
const BEGINNINGS = 16;
/** Kinds of candidates looked at in a step, and how many of the best steps are tried. */
const LOOKED = 40;
const TRIED = 12;
/** Steps for which what was put in stays, and what was taken out stays away. */
const STAYS = 4;
const AWAY = 7;
/** Members of a kind looked at where none can come without another going. */
const FORCED = 8;

/** Candidates that every demand sees the same, of one section: `{section, takes: amounts by demand, members}`. */
function kinds(pool, demands) {
  const found = new Map();
  const kindOf = new Int32Array(pool.item.length);
  pool.item.forEach((_, c) => {
    const key = `${pool.section[c]}:${demands.map((demand) => demand.amount[c]).join()}`;
    let kind = found.get(key);
    if (kind === undefined) {
      kind = { at: found.size, section: pool.section[c], amounts: Float64Array.from(demands, (demand) => demand.amount[c]), members: [] };
      found.set(key, kind);
    }
    kind.members.push(c);
    kindOf[c] = kind.at;
  });
  return { list: [...found.values()], kindOf };
}

/** The first half of so many, and as many others. */
function some(list, count, random) {
  if (list.length <= count) return list;
  const half = count / 2;
  return [...list.slice(0, half), ...Array.from({ length: half }, () => list[half + Math.floor(random() * (list.length - half))])];
}

class Search {
  constructor({ pool, demands, rows, held }, random) {
    Object.assign(this, { pool, demands, random, held });
    const { list, kindOf } = kinds(pool, demands);
    this.kinds = list;
    this.kindOf = kindOf;
    this.sections = [...new Set(pool.section)];
    this.inside = new Map(this.sections.map((section) => [section, list.filter((kind) => kind.section === section)]));
    this.weight = new Float64Array(demands.length).fill(1);
    this.sum = new Float64Array(demands.length);
    const items = pool.item.reduce((most, item) => Math.max(most, item), -1) + 1;
    this.high = Float64Array.from(rows, ({ high }) => high);
    this.used = new Float64Array(rows.length);
    this.holding = rows.map(() => []);
    this.rowsOf = byItem(rows, items);
    this.crowding = this.rowsOf.map((own) => own.reduce((sum, [row, weight]) => sum + (weight * rows[row].terms.length) / rows[row].high, 0));
    this.taken = new Int32Array(items);
    this.until = new Int32Array(items);
    this.start();
  }

  start() {
    this.used.fill(0);
    for (const held of this.holding) held.length = 0;
    this.sum.fill(0);
    this.taken.fill(-1);
    this.until.fill(0);
    this.chosen = new Map(this.sections.map((section) => [section, []]));
    this.step = 0;
    for (const [item, places] of this.held) {
      if (this.taken[item] < 0 && places.length > 0) this.put(places[Math.floor(this.random() * places.length)]);
    }
  }

  put(c) {
    const item = this.pool.item[c];
    this.taken[item] = c;
    this.chosen.get(this.pool.section[c]).push(c);
    for (const [row, weight] of this.rowsOf[item]) {
      this.used[row] += weight;
      this.holding[row].push([c, weight]);
    }
    this.demands.forEach((demand, d) => (this.sum[d] += demand.amount[c]));
    this.until[item] = this.step + STAYS;
  }

  take(c) {
    const item = this.pool.item[c];
    this.taken[item] = -1;
    const list = this.chosen.get(this.pool.section[c]);
    list.splice(list.indexOf(c), 1);
    for (const [row, weight] of this.rowsOf[item]) {
      this.used[row] -= weight;
      this.holding[row].splice(this.holding[row].findIndex(([one]) => one === c), 1);
    }
    this.demands.forEach((demand, d) => (this.sum[d] -= demand.amount[c]));
    this.until[item] = this.step + AWAY + Math.floor(this.random() * 4);
  }

  /** How far a demand is from met at a sum, in items. */
  lack(d, sum) {
    const { low, high, unit } = this.demands[d];
    return sum < low ? (low - sum) / unit : sum > high ? (sum - high) / unit : 0;
  }

  get unmet() {
    const found = [];
    this.demands.forEach((_, d) => this.lack(d, this.sum[d]) > 1e-9 && found.push(d));
    return found;
  }

  /** What the weighted lack becomes more by, if one kind goes and another comes; null stands for none. */
  change(out, into) {
    let change = 0;
    for (let d = 0; d < this.demands.length; d++) {
      const by = (into ? into.amounts[d] : 0) - (out ? out.amounts[d] : 0);
      if (by !== 0) change += this.weight[d] * (this.lack(d, this.sum[d] + by) - this.lack(d, this.sum[d]));
    }
    return change;
  }

  /** Candidates in the way of one, but for `out`: the item itself elsewhere, and as many as have to go for every row to keep to its limit. */
  inTheWay(c, out) {
    const item = this.pool.item[c];
    const found = new Set();
    if (this.taken[item] >= 0 && this.taken[item] !== out) found.add(this.taken[item]);
    for (const [row, weight] of this.rowsOf[item]) {
      let over = this.used[row] + weight - this.high[row];
      if (over <= 0) continue;
      const held = this.holding[row];
      for (const [other, own] of held) if (other === out || found.has(other)) over -= own;
      const from = Math.floor(this.random() * held.length);
      for (let at = 0; over > 0 && at < held.length; at++) {
        const [other, own] = held[(from + at) % held.length];
        if (other === out || found.has(other)) continue;
        found.add(other);
        over -= own;
      }
    }
    return found;
  }

  /**
   * A member of a kind that nothing stands in the way of.  Later beginnings look at several and take the one that shuts out fewest others:
   * where items crowd each other out, the first that comes fills a paper only half.
   */
  free(kind, out) {
    const { members } = kind;
    const from = Math.floor(this.random() * members.length);
    let best = -1;
    let left = this.looking;
    for (let i = 0; i < members.length && left > 0; i++) {
      const c = members[(from + i) % members.length];
      if (!this.mayCome(c, kind) || this.until[this.pool.item[c]] > this.step || this.inTheWay(c, out).size > 0) continue;
      left--;
      if (best < 0 || this.crowding[this.pool.item[c]] < this.crowding[this.pool.item[best]]) best = c;
    }
    return best;
  }

  mayCome(c, kind) {
    const at = this.taken[this.pool.item[c]];
    return at < 0 || this.pool.section[at] !== kind.section;
  }

  /** What the weighted lack becomes more by, if `out` and all in the way go and a kind comes. */
  cost(out, kind, way) {
    let change = 0;
    for (let d = 0; d < this.demands.length; d++) {
      let by = kind.amounts[d] - (out ? out.amounts[d] : 0);
      for (const other of way) by -= this.demands[d].amount[other];
      if (by !== 0) change += this.weight[d] * (this.lack(d, this.sum[d] + by) - this.lack(d, this.sum[d]));
    }
    return change;
  }

  /** Of some members of a kind the one whose coming costs least, with what has to go for it. */
  forced(kind, out, gone) {
    const { members } = kind;
    const from = Math.floor(this.random() * members.length);
    let best = null;
    for (let i = 0; i < Math.min(members.length, FORCED); i++) {
      const c = members[(from + i) % members.length];
      if (!this.mayCome(c, kind) || this.until[this.pool.item[c]] > this.step) continue;
      const way = this.inTheWay(c, gone);
      if ([...way].some((other) => this.held.has(this.pool.item[other]))) continue;
      const cost = this.cost(out, kind, way) + 1e-3 * (way.size + this.random());
      if (best === null || cost < best.cost) best = { c, way, cost };
    }
    return best;
  }

  /** Steps that could mend a demand: `{out, into, change}`, the best first. */
  steps(d) {
    const demand = this.demands[d];
    const sign = this.sum[d] < demand.low ? 1 : -1;
    const sections = demand.section >= 0 ? [demand.section] : this.sections;
    const found = [];
    for (const section of sections) {
      const movable = new Map();
      for (const c of this.chosen.get(section) ?? []) {
        if (this.held.has(this.pool.item[c]) || this.until[this.pool.item[c]] > this.step) continue;
        const list = movable.get(this.kindOf[c]) ?? [];
        list.push(c);
        movable.set(this.kindOf[c], list);
      }
      const outs = [null, ...movable.keys()].map((at) => (at === null ? null : this.kinds[at]));
      const all = this.inside.get(section) ?? [];
      const into = all.length <= LOOKED ? all : Array.from({ length: LOOKED }, () => all[Math.floor(this.random() * all.length)]);
      if (all.length > LOOKED) into.push(...this.pointing(d, section, sign));
      for (const out of outs) {
        const less = out ? out.amounts[d] : 0;
        for (const kind of into) {
          if ((kind.amounts[d] - less) * sign > 0 && kind !== out) found.push({ out, kind, list: out && movable.get(out.at), change: this.change(out, kind) });
        }
        if (out && -less * sign > 0) found.push({ out, kind: null, list: movable.get(out.at), change: this.change(out, null) });
      }
    }
    for (const step of found) step.change += this.random() * 1e-3;
    found.sort((a, b) => a.change - b.change);
    // where all the best are shut out, what only comes in may still find a place, however little it mends
    return [...found.slice(0, TRIED), ...found.slice(TRIED).filter(({ out, change }) => out === null && change < 0)];
  }

  /** Some kinds of a section that move a demand the way it lacks. */
  pointing(d, section, sign) {
    this.pointed ??= new Map();
    const key = `${d}/${section}/${sign}`;
    if (!this.pointed.has(key)) this.pointed.set(key, this.inside.get(section).filter((kind) => kind.amounts[d] * sign > 0));
    const list = this.pointed.get(key);
    return list.length <= LOOKED ? list : Array.from({ length: LOOKED }, () => list[Math.floor(this.random() * list.length)]);
  }

  /** Takes the best step that can be taken; where something is in the way of all, what costs least goes. */
  mend(d) {
    const steps = this.steps(d);
    for (const { out, kind, list } of steps) {
      const gone = list ? list[Math.floor(this.random() * list.length)] : -1;
      const c = kind ? this.free(kind, gone) : -1;
      if (kind && c < 0) continue;
      if (out) this.take(gone);
      if (c >= 0) this.put(c);
      return;
    }
    let best = null;
    for (const { out, kind, list } of some(steps, TRIED, this.random)) {
      if (!kind) continue;
      const gone = list ? list[Math.floor(this.random() * list.length)] : -1;
      const found = this.forced(kind, out, gone);
      if (found && (best === null || found.cost < best.cost)) best = { ...found, out, gone };
    }
    if (best === null) return;
    if (best.out) this.take(best.gone);
    for (const other of best.way) this.take(other);
    this.put(best.c);
  }

  /** @returns {{chosen: number[], unmet: Array<{demand: number, sum: number}>}} candidates, and what is not met where not all is */
  run(beginnings = BEGINNINGS, length = STEPS) {
    let best = null;
    for (let begin = 0; begin < beginnings; begin++) {
      if (begin > 0) this.start();
      this.looking = begin === 0 ? 1 : begin === 1 ? 4 : 16;
      for (this.step = 1; this.step <= length; this.step++) {
        const unmet = this.unmet;
        const lack = unmet.reduce((sum, d) => sum + Math.min(this.lack(d, this.sum[d]), 1e6), 0);
        if (best === null || lack < best.lack - 1e-9) best = { lack, chosen: [...this.chosen.values()].flat(), unmet: unmet.map((d) => ({ demand: d, sum: this.sum[d] })) };
        if (unmet.length === 0) return best;
        const d = this.heaviest(unmet);
        this.mend(d);
        if (this.step % 3 === 0) for (const other of unmet) this.weight[other] += 0.3;
      }
      this.weight.fill(1);
    }
    return best;
  }

  /** One of the unmet demands, drawn by how heavy they are. */
  heaviest(unmet) {
    let left = this.random() * unmet.reduce((sum, d) => sum + this.weight[d], 0);
    for (const d of unmet) if ((left -= this.weight[d]) <= 0) return d;
    return unmet.at(-1);
  }
}

/**
 * @param {object} asked `{pool, demands, rows, held}`: candidates side by side, demands on them, rows of limits on items, and for each item
 *   that must be held the candidates that are it
 * @param {string} seed
 * @param {{beginnings?: number, steps?: number}} limits
 */
export function choose(asked, seed, { beginnings, steps } = {}) {
  return new Search(asked, numbers(seed)).run(beginnings, steps);
}
