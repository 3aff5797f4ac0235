import type { AuraClient } from './client.ts';
import type { OutputOf } from './contract/operation.ts';
import type { Operations } from './contract/operations.ts';
import { AuraError } from './error.ts';

export type CalloutAtPlace = {
  customerId: number;
  predefinedLocationId: number;
  responseTypeId: number;
  calloutClassificationId?: number;
};

/**
 * Asks for help at a place that AURA keeps. Where its id stands in the body is in no page: it is put beside the
 * position's place first, and within it when AURA calls the first form invalid, which makes nothing.
 */
export async function createCalloutAtPlace(
  client: AuraClient,
  { predefinedLocationId, ...request }: CalloutAtPlace,
  deadlineMs: number,
): Promise<OutputOf<Operations['createCallout']>> {
  const options = { deadlineMs: Math.max(1, Math.floor(deadlineMs / 2)) };
  try {
    return await client.createCallout({ ...request, predefinedLocationId }, options);
  } catch (error) {
    const isInvalid = error instanceof AuraError && error.kind === 'invalid_request' && error.attempts > 0;
    if (!isInvalid) throw error;
    return client.createCallout({ ...request, location: { predefinedLocationId } }, options);
  }
}
