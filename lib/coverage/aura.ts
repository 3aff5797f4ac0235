import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';

/** The kinds of help that AURA offers; null when it did not answer. */
export async function fetchResponseTypeIds(): Promise<number[] | null> {
  const listed = await callAura((aura) => aura.listResponseTypes({}));
  return listed.ok ? listed.value.responseTypes.map(({ id }) => id) : null;
}

/** AURA's document of where it gives a kind of help; null when it did not answer with one. */
export async function fetchKml(responseTypeId: number): Promise<string | null> {
  const read = await callAura((aura) => aura.readCoverage({ responseTypeId }));
  return read.ok ? read.value.kml : null;
}
