import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { CSV_START, csvLine } from '#lib/platform/csv.ts';
import { type CalloutBook, calloutBook, pressBook, typeName } from './assemble-model.ts';
import { responseTypeNames } from './aura.ts';
import { CSV_HEADINGS, csvCells } from './csv-model.ts';
import { isRange, periodsOf, rangeOf } from './model.ts';
import { type Period, type PressFigures, reportInput } from './schema.ts';
import { countCallouts, countPresses } from './store.ts';

/** The report as CSV: per period a line of all types, then one per type. */
export const exportReport = verb('report.export', reportInput, async (_actor, { by, type, ...asked }) => {
  const at = now();
  const range = rangeOf(asked, at);
  if (!isRange(range)) return refuse('input.invalid', range);
  const wanted = { range, by, type, sets: 'file' } as const;
  const [counted, presses, names] = await Promise.all([
    countCallouts(wanted),
    countPresses(wanted),
    responseTypeNames(),
  ]);
  const callouts = calloutBook(counted);
  const all = type === undefined ? 'All' : typeName(type === 'unknown' ? null : type, names);
  return ok({
    fileName: `vigil-report-${range.from}-${range.to}-by-${by}.csv`,
    pieces: piecesOf(periodsOf(range, by, at), { all, callouts, names, pressesIn: pressBook(presses) }),
  });
});

type Books = {
  /** Label of the total: the type, if filtered by one. */
  all: string;
  callouts: CalloutBook;
  names: ReadonlyMap<number, string>;
  pressesIn: (period: string) => PressFigures;
};

async function* piecesOf(
  periods: readonly Period[],
  { all, callouts, names, pressesIn }: Books,
): AsyncGenerator<string> {
  yield CSV_START + csvLine(CSV_HEADINGS);
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
