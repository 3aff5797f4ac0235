import { seals } from '#lib/platform/seals.ts';
import { seal } from '#lib/platform/secret-box.ts';
import type { Surroundings } from './filling.ts';

/** Encryption by this process's settings. */
export function sealsOf(): Pick<Surroundings, 'sealBody' | 'sealTracking'> {
  return {
    sealBody: (body) => seal(seals.webhookBody, body),
    sealTracking: (url) => seal(seals.trackingUrl, url),
  };
}
