import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { audit } from '#lib/platform/audit.ts';
import { refuse } from '#lib/platform/result.ts';
import { oneSignupInput } from '#lib/signup/schema.ts';
import { settleSignup } from '#lib/signup/settle-signup.ts';
import { findSignup } from '#lib/signup/store.ts';

/** Asks AURA about a signup whose return never came, or that was not done then. */
export const recheckSignup = verb('signup.recheck', oneSignupInput, async (actor, { signupId }) => {
  const signup = await findSignup(signupId);
  if (!signup) return refuse('signup.not_found');
  await audit(actor, { action: 'signup.recheck', subject: signupId });
  return settleSignup(actor, signup);
});
