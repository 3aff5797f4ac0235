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
 * Raises a callout at a place stored at AURA. Where its id belongs in the body is undocumented: first beside the
 * location, then within it, as an invalid body creates nothing.
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
