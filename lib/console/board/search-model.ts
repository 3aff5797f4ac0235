import { type Lookup, lookupsFor } from '#lib/customers/directory/model.ts';
import { typedCode } from '#lib/platform/typed-text.ts';

// What may be meant by what was typed to find callouts. Pure.

/** The callout that a number may name. */
export function calloutIdIn(search: string): number | null {
  const number = typedCode(search);
  return /^[1-9]\d{0,14}$/.test(number) ? Number(number) : null;
}

/** How the persons whose callouts are meant are found: by how a name, a surname or a mobile begins. */
export function personLookups(search: string): Lookup[] {
  return lookupsFor(search).filter(({ by }) => by === 'surname' || by === 'name' || by === 'mobile');
}
