import { type Lookup, lookupsFor } from '#lib/customers/directory/model.ts';
import { typedCode } from '#lib/platform/typed-text.ts';

export function calloutIdIn(search: string): number | null {
  const number = typedCode(search);
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}

/** How matching people are found: by the start of a name or a surname, or by a whole mobile. */
export function personLookups(search: string): Lookup[] {
  return lookupsFor(search).filter(({ by }) => by === 'surname' || by === 'name' || by === 'mobile');
}
