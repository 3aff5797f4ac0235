import { noCallouts, noPresses } from '#lib/reports/model.ts';
import type { CalloutFigures, PressFigures, TimedStage } from '#lib/reports/schema.ts';

// Rows of figures as the database counts them, brought together by what they are about. Pure.

/** Null in `period`: the whole range; undefined in `typeId`: all types. */
type Key = { period: string | null; typeId: number | null | undefined };

type Counted = {
  volumes: readonly (Key & Pick<CalloutFigures, 'real' | 'test' | 'verdicts'>)[];
  stages: readonly (Key & { stage: TimedStage; spread: CalloutFigures['stages'][TimedStage] })[];
  cancelled: readonly (Key & Pick<CalloutFigures, 'cancelled'>)[];
};

export type CalloutBook = {
  /** What there is about a period and a type; nothing of anything where nothing was counted. */
  about: (period: string | null, typeId?: number | null) => CalloutFigures;
  /** The types that were seen, those of which it is not known last. */
  typeIds: (number | null)[];
};

export function calloutBook({ volumes, stages, cancelled }: Counted): CalloutBook {
  const pages = new Map<string, CalloutFigures>();
  const nameOf = ({ period, typeId }: Key) => `${period} ${typeId}`;
  const page = (key: Key) => pages.get(nameOf(key)) ?? noCallouts();
  for (const { period, typeId, ...figures } of volumes) {
    const key = { period, typeId };
    pages.set(nameOf(key), { ...page(key), ...figures });
  }
  for (const { stage, spread, ...key } of stages) {
    const before = page(key);
    pages.set(nameOf(key), { ...before, stages: { ...before.stages, [stage]: spread } });
  }
  for (const { cancelled: counts, ...key } of cancelled) {
    pages.set(nameOf(key), { ...page(key), cancelled: counts });
  }
  const seen = new Set(volumes.flatMap(({ typeId }) => (typeId === undefined ? [] : [typeId])));
  return {
    about: (period, typeId) => page({ period, typeId }),
    typeIds: [...seen].sort(
      (one, other) => (one ?? Number.POSITIVE_INFINITY) - (other ?? Number.POSITIVE_INFINITY),
    ),
  };
}

export function pressBook(
  rows: readonly { period: string | null; presses: PressFigures }[],
): (period: string | null) => PressFigures {
  const pages = new Map(rows.map(({ period, presses }) => [period, presses]));
  return (period) => pages.get(period) ?? noPresses();
}

export function typeName(typeId: number | null, names: ReadonlyMap<number, string>): string {
  return typeId === null ? 'Unknown' : (names.get(typeId) ?? `Type ${typeId}`);
}
