import 'server-only';
import type { ResponseType } from '#lib/coverage/schema.ts';
import { callAura } from '#lib/upstream/aura-client.ts';

/** AURA's response types, in its order; null when it is unavailable. */
export async function fetchResponseTypes(): Promise<ResponseType[] | null> {
  const listed = await callAura((aura) => aura.listResponseTypes({}));
  return listed.ok ? listed.value.responseTypes : null;
}

/** AURA's coverage document of a response type; null when it is unavailable. */
export async function fetchKml(responseTypeId: number): Promise<string | null> {
  const read = await callAura((aura) => aura.readCoverage({ responseTypeId }));
  return read.ok ? read.value.kml : null;
}
