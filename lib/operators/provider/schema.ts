import { errorCodes } from '#lib/errors/errors.ts';
import { type Refusal, refuse } from '#lib/errors/result.ts';

/** What a page was led back with, if it is a refusal on the way to the identity provider: the address is anybody's to write. */
export function providerProblem(code: string | string[] | undefined): Refusal | null {
  const known = errorCodes.find((each) => each === code);
  return known && /^(provider\.|operator\.too_many)/.test(known) ? refuse(known) : null;
}
