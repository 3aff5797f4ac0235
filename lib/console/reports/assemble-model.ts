import { noCallouts, noPresses } from './model.ts';
import type { CalloutFigures, PressFigures } from './schema.ts';

/** Null in `period`: the whole range; undefined in `typeId`: all types. */
type Key = { period: string | null; typeId: number | null | undefined };

export type CalloutBook = {
  /** Figures of a period and type; zeros when there are none. */
  about: (period: string | null, typeId?: number | null) => CalloutFigures;
  /** The unknown type last. */
  typeIds: (number | null)[];
};

export function calloutBook(rows: readonly (Key & { callouts: CalloutFigures })[]): CalloutBook {
  const nameOf = ({ period, typeId }: Key) => `${period} ${typeId}`;
  const pages = new Map(rows.map(({ callouts, ...key }) => [nameOf(key), callouts]));
  const seen = new Set(rows.flatMap(({ typeId }) => (typeId === undefined ? [] : [typeId])));
  const place = (typeId: number | null) => typeId ?? Number.POSITIVE_INFINITY;
  return {
    about: (period, typeId) => pages.get(nameOf({ period, typeId })) ?? noCallouts(),
    typeIds: [...seen].sort((one, other) => place(one) - place(other)),
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
