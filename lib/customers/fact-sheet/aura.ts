import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { callAura } from '#lib/upstream/aura-client.ts';
import { type FactKey, type FactSheet, factKeys } from './schema.ts';

const READ_DEADLINE_MS = 4_000;
const WRITE_DEADLINE_MS = 10_000;

/**
 * What is sent back as it was read, in case AURA's update replaces the whole profile. Not the duress code: AURA may mask
 * it when it is read, and the mask must not overwrite it.
 */
const KEPT = [
  ...(['name', 'surname', 'mobile', 'externalReferenceId'] as const),
  ...(['email', 'gender', 'dateOfBirth', 'businessName'] as const),
];

/** What AURA has of a customer. */
type Read = { facts: FactSheet; kept: Partial<Record<(typeof KEPT)[number], string>> };

export async function fetchProfile(customerId: number): Promise<Result<Read, 'facts.not_read'>> {
  const read = await callAura((aura) => aura.readCustomer({ customerId }, { deadlineMs: READ_DEADLINE_MS }));
  if (!read.ok) return refuse('facts.not_read');
  const profile: Readonly<Record<string, unknown>> = read.value;
  const textOf = (key: string) => {
    const value = profile[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  const kept = KEPT.flatMap((key) => (textOf(key) === '' ? [] : [[key, textOf(key)] as const]));
  return ok({ facts: sheetOf(textOf), kept: Object.fromEntries(kept) });
}

function sheetOf(textOf: (key: FactKey) => string): FactSheet {
  // Safe because factKeys are the keys of a fact sheet.
  return Object.fromEntries(factKeys.map((key) => [key, textOf(key)])) as FactSheet;
}

/** Writes the fact sheet to AURA; a field that became empty is written as empty. */
export async function writeFacts(
  customerId: number,
  facts: FactSheet,
  { facts: before, kept }: Read,
): Promise<Result<null, 'facts.not_saved' | 'facts.save_unsure'>> {
  const said = factKeys.filter((key) => facts[key] !== '' || before[key] !== '');
  const hasAid = facts.medicalAidScheme !== '' || facts.medicalAidNumber !== '';
  const hadAid = before.medicalAidScheme !== '' || before.medicalAidNumber !== '';
  const customer = {
    ...kept,
    ...Object.fromEntries(said.map((key) => [key, facts[key]])),
    ...(hasAid || hadAid ? { hasMedicalAid: hasAid } : {}),
  };
  const written = await callAura((aura) =>
    aura.updateCustomer({ customerId, customer }, { deadlineMs: WRITE_DEADLINE_MS }),
  );
  if (written.ok) return ok(null);
  return refuse(written.outcome === 'unsure' ? 'facts.save_unsure' : 'facts.not_saved');
}

/** All that we may send back as it was read. */
export function wholeProfile({ facts, kept }: Read) {
  const said = factKeys.filter((key) => facts[key] !== '');
  const hasAid = facts.medicalAidScheme !== '' || facts.medicalAidNumber !== '';
  return {
    ...kept,
    ...Object.fromEntries(said.map((key) => [key, facts[key]])),
    ...(hasAid ? { hasMedicalAid: true } : {}),
  };
}
