import 'server-only';
import { refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { oneSignupInput } from './schema.ts';
import { settleSignup } from './settle-signup.ts';
import { findSignup } from './store.ts';

/** Asks AURA about a signup whose return never came, or that was not done then. */
export const recheckSignup = verb('signup.recheck', oneSignupInput, async (actor, { signupId }) => {
  const signup = await findSignup(signupId);
  if (!signup) return refuse('signup.not_found');
  await audit(actor, { action: 'signup.recheck', subject: signupId });
  return settleSignup(actor, signup);
});
