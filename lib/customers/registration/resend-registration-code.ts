import 'server-only';
import { refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { resendRegistrationCodeInput } from './schema.ts';
import { beginRegistration } from './start-registration.ts';
import { findOpenRegistration } from './store.ts';

/** Sends another code for a registration that was begun: what was typed is kept here, so no page has to carry it. */
export const resendRegistrationCode = verb(
  'registration.start',
  resendRegistrationCodeInput,
  async (actor, { registrationId }) => {
    const begun = await findOpenRegistration(registrationId);
    return begun ? beginRegistration(begun, actor.address) : refuse('registration.expired');
  },
);
