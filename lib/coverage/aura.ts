import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';

/** AURA's response types; null when it is unavailable. */
export async function fetchResponseTypeIds(): Promise<number[] | null> {
  const listed = await callAura((aura) => aura.listResponseTypes({}));
  return listed.ok ? listed.value.responseTypes.map(({ id }) => id) : null;
}

/** AURA's coverage document of a response type; null when it is unavailable. */
export async function fetchKml(responseTypeId: number): Promise<string | null> {
  const read = await callAura((aura) => aura.readCoverage({ responseTypeId }));
  return read.ok ? read.value.kml : null;
}
