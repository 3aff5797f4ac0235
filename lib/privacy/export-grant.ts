import 'server-only';
import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';

// What a confirmed code gives: the right to download one's own data for a while, so that a broken download can be
// repeated. Sealed, and stored nowhere.

const PURPOSE = 'export-grant';
const LIFETIME_MS = 600_000;

const grantShape = z.object({ personId: z.string(), until: z.number() });

export function grantExport(personId: string): string {
  return seal(PURPOSE, JSON.stringify({ personId, until: now().getTime() + LIFETIME_MS }));
}

export function isGranted(grant: string, personId: string): boolean {
  const opened = unseal(PURPOSE, grant);
  if (opened === null) return false;
  const { data } = grantShape.safeParse(JSON.parse(opened));
  return data?.personId === personId && data.until > now().getTime();
}
