import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { CSV_START, csvLine } from '#lib/platform/csv.ts';
import { dayIn } from '#lib/platform/zone.ts';
import { type CalloutBook, calloutBook, pressBook, typeName } from './assemble-model.ts';
import { responseTypeNames } from './aura.ts';
import { csvCells, csvHeadings } from './csv-model.ts';
import { isRange, periodsOf, rangeOf } from './model.ts';
import { type Period, type PressFigures, reportInput } from './schema.ts';
import { countCallouts, countPresses } from './store.ts';

/** The report as CSV: per period a line of all types, then one per type. */
export const exportReport = verb(
  'report.export',
  reportInput,
  async (_actor, { by, type, zone, ...asked }) => {
    const at = now();
    const today = dayIn(at, zone);
    const range = rangeOf(asked, today);
    if (!isRange(range)) return refuse('input.invalid', range);
    const periods = periodsOf(range, by, today);
    const starts = periods.map(({ key }) => key);
    const wanted = { range, starts, zone, type, sets: 'file' } as const;
    const [counted, presses, names] = await Promise.all([
      countCallouts(wanted),
      countPresses(wanted),
      responseTypeNames(),
    ]);
    const callouts = calloutBook(counted);
    const all = type === undefined ? 'All' : typeName(type === 'unknown' ? null : type, names);
    return ok({
      fileName: `vigil-report-${range.from}-${range.to}-by-${by}.csv`,
      pieces: piecesOf(periods, { zone, all, callouts, names, pressesIn: pressBook(presses) }),
    });
  },
);

type Books = {
  zone: string;
  /** Label of the total: the type, if filtered by one. */
  all: string;
  callouts: CalloutBook;
  names: ReadonlyMap<number, string>;
  pressesIn: (period: string) => PressFigures;
};

async function* piecesOf(
  periods: readonly Period[],
  { zone, all, callouts, names, pressesIn }: Books,
): AsyncGenerator<string> {
  yield CSV_START + csvLine(csvHeadings(zone));
  for (const period of periods) {
    const { key } = period;
    const ofTypes = all === 'All' ? callouts.typeIds : [];
    yield csvLine(csvCells(period, all, callouts.about(key), pressesIn(key))) +
      ofTypes
        .map((typeId) =>
          csvLine(csvCells(period, typeName(typeId, names), callouts.about(key, typeId), null)),
        )
        .join('');
  }
}
