/** Decides everything that is not determined in a simulated world. 0 is always the harmless choice. */
export type Choices = { next: (options: number) => number };

/** Mixes a run's seed with the number of a schedule, so that neighbours have nothing in common. */
export function seedOf(seed: number, schedule: number): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(schedule + 1, 0xc2b2ae35);
  mixed ^= mixed >>> 16;
  return Math.imul(mixed, 0x27d4eb2f) >>> 0;
}

/** Choices by a seed (mulberry32), recorded into `record` where given. */
export function seededChoices(seed: number, record?: number[]): Choices {
  let state = seed | 0;
  return {
    next(options) {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      const chosen = ((mixed ^ (mixed >>> 14)) >>> 0) % options;
      record?.push(chosen);
      return chosen;
    },
  };
}

/** Choices from a list; after its end, and where it names too much, the harmless one. */
export function listedChoices(list: readonly number[]): Choices {
  let at = 0;
  return {
    next(options) {
      const chosen = list[at] ?? 0;
      at += 1;
      return chosen < options ? chosen : 0;
    },
  };
}
