/** One figure of a run; informational without `holds`. */
export type Figure = { readonly what: string; readonly value: string; readonly holds?: boolean };

export type Chapter = { readonly title: string; readonly figures: readonly Figure[] };

export const mustBeZero = (what: string, value: number): Figure => ({
  what,
  value: String(value),
  holds: value === 0,
});

export const mustHold = (what: string, value: string, holds: boolean): Figure => ({ what, value, holds });

export const figure = (what: string, value: string | number): Figure => ({ what, value: String(value) });

export const seconds = (ms: number | null): string => (ms === null ? 'never' : (ms / 1_000).toFixed(1));

/** A figure's value and, where it has an aim, the verdict. */
export function cell({ value, holds }: Figure): string {
  return `${value}${holds === undefined ? '' : holds ? ' ✓' : ' ✗'}`;
}

/** Prints a Markdown table for docs/reliability.md. */
export function print({ title, figures }: Chapter): void {
  console.log(`\n### ${title}\n\n| | |\n| --- | --- |`);
  for (const each of figures) console.log(`| ${each.what} | ${cell(each)} |`);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
