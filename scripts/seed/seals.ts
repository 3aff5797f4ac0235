import { TRACKING_SEAL } from '#lib/callouts/store.ts';
import { seal } from '#lib/platform/secret-box.ts';
import { BODY_SEAL } from '#lib/webhooks/schema.ts';
import type { Surroundings } from './filling.ts';

/** The seals of the app whose settings this process has. */
export function sealsOf(): Pick<Surroundings, 'sealBody' | 'sealTracking'> {
  return {
    sealBody: (body) => seal(BODY_SEAL, body),
    sealTracking: (url) => seal(TRACKING_SEAL, url),
  };
}
