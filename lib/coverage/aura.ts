import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

/** The kinds of help that AURA offers; null when it did not answer. */
export async function fetchResponseTypeIds(): Promise<number[] | null> {
  try {
    const { responseTypes } = await auraClient().listResponseTypes({});
    return responseTypes.map(({ id }) => id);
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}

/** AURA's document of where it gives a kind of help; null when it did not answer with one. */
export async function fetchKml(responseTypeId: number): Promise<string | null> {
  try {
    const { kml } = await auraClient().readCoverage({ responseTypeId });
    return kml;
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}
