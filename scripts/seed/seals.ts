import { TRACKING_SEAL } from '#lib/callouts/store.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { BODY_SEAL } from '#lib/webhooks/schema.ts';
import type { Surroundings } from './filling.ts';

/** Encryption by this process's settings. */
export function sealsOf(): Pick<Surroundings, 'sealBody' | 'sealTracking'> {
  return {
    sealBody: (body) => seal(BODY_SEAL, body),
    sealTracking: (url) => seal(TRACKING_SEAL, url),
  };
}
