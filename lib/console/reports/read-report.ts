import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { dayIn } from '#lib/platform/zone.ts';
import { calloutBook, pressBook, typeName } from './assemble-model.ts';
import { responseTypeNames } from './aura.ts';
import { isRange, periodsOf, rangeOf } from './model.ts';
import { MAX_SHOWN, type Report, reportInput } from './schema.ts';
import { countCallouts, countPresses } from './store.ts';

const TOO_MANY = `Choose weeks or months for more than ${MAX_SHOWN} days; the file takes days`;

/** Measured figures of a range, by period and by response type. */
export const readReport = verb('report.read', reportInput, async (_actor, { by, type, zone, ...asked }) => {
  const at = now();
  const today = dayIn(at, zone);
  const range = rangeOf(asked, today);
  if (!isRange(range)) return refuse('input.invalid', range);
  const periods = periodsOf(range, by, today);
  if (periods.length > MAX_SHOWN) return refuse('input.invalid', { by: TOO_MANY });
  const starts = periods.map(({ key }) => key);
  const wanted = { range, starts, zone, type, sets: 'page' } as const;
  const [counted, presses, names] = await Promise.all([
    countCallouts(wanted),
    countPresses(wanted),
    responseTypeNames(),
  ]);
  const callouts = calloutBook(counted);
  const pressesIn = pressBook(presses);
  const choices = [...new Set([...names.keys(), ...callouts.typeIds.filter((id) => id !== null)])];
  const report: Report = {
    asOf: at.toISOString(),
    range,
    zone,
    today,
    by,
    type,
    whole: { callouts: callouts.about(null), presses: pressesIn(null) },
    rows: periods.map((period) => ({
      period,
      callouts: callouts.about(period.key),
      presses: pressesIn(period.key),
    })),
    types: callouts.typeIds.map((typeId) => ({
      typeId,
      name: typeName(typeId, names),
      callouts: callouts.about(null, typeId),
    })),
    choices: choices.sort((a, b) => a - b).map((typeId) => ({ typeId, name: typeName(typeId, names) })),
  };
  return ok(report);
});
