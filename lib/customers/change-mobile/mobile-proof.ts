import 'server-only';
import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';

/** Long enough for two texts that come late. */
const LIFETIME_MS = 30 * 60_000;

const proofSchema = z.object({
  personId: z.string(),
  /** The number that was theirs at the beginning. */
  oldMobile: z.string(),
  mobile: z.string(),
  isOldConfirmed: z.boolean(),
  until: z.number(),
});
type MobileProof = Omit<z.output<typeof proofSchema>, 'until'>;

/**
 * How far a change of number is, carried by its form. Sealed: the new number ends in the safe code, which nobody may read from
 * the page, and only we may say that the old one is confirmed.
 */
export function sealProof(proof: MobileProof): string {
  return seal(seals.mobileProof, JSON.stringify({ ...proof, until: now().getTime() + LIFETIME_MS }));
}

/** Null for anybody else's, an old one, and what we did not seal. */
export function readProof(sealed: string, personId: string): MobileProof | null {
  const text = unseal(seals.mobileProof, sealed);
  if (text === null) return null;
  const proof = proofSchema.parse(JSON.parse(text));
  return proof.personId === personId && proof.until > now().getTime() ? proof : null;
}
