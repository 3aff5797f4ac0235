// Chart geometry.

/** Round durations for the end of a scale. */
const SPANS_S = [
  1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400,
];

/** End of a scale: 1, 2 or 5 times a power of ten, and even, so that its middle is whole. */
export function endOfCounts(largest: number): number {
  for (let unit = 2; ; unit *= 10) {
    for (const end of [unit, unit * 2, unit * 5]) if (largest <= end) return end;
  }
}

/** End of a duration scale, in milliseconds. */
export function endOfTimes(longestMs: number): number {
  const seconds = SPANS_S.find((span) => longestMs <= span * 1_000);
  const DAY_S = 86_400;
  return (seconds ?? Math.ceil(longestMs / 1_000 / DAY_S) * DAY_S) * 1_000;
}

/** Percent coordinates, so that the drawing scales without scaling line widths. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

/** Start, bar width and centre of a column's slot. */
export function slot(index: number, count: number): { from: string; width: string; middle: string } {
  const GAP = 0.18;
  return {
    from: percent((index + GAP / 2) / count),
    width: percent((1 - GAP) / count),
    middle: percent((index + 0.5) / count),
  };
}

/** First, middle and last. */
export function sparse<Value>(all: readonly Value[]): Value[] {
  const middle = all[Math.floor((all.length - 1) / 2)];
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined || middle === undefined) return [];
  return all.length < 3 ? [...all] : [first, middle, last];
}

export type Segment = { series: number; from: number; value: number };

/** Segments of a stacked column, without zeros. */
export function stack(values: readonly number[]): Segment[] {
  let from = 0;
  return values.flatMap((value, series) => {
    const segment = { series, from, value };
    from += value;
    return value > 0 ? [segment] : [];
  });
}
