import 'server-only';
import { refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { oneSignupInput } from './schema.ts';
import { settleSignup } from './settle-signup.ts';
import { findSignup } from './store.ts';

/** For a signup whose redirect never came or that was incomplete at that time. */
export const recheckSignup = verb('signup.recheck', oneSignupInput, async (actor, { signupId }) => {
  const signup = await findSignup(signupId);
  if (!signup) return refuse('signup.not_found');
  await audit(actor, { action: 'signup.recheck', subject: signupId });
  return settleSignup(actor, signup);
});
