import 'server-only';
import { env } from '#lib/platform/env.ts';
import { isOfProvider } from './factors.ts';

// Operators sign in with a password and a second step of ours, with the identity provider, or as each does.

export function isLocalSignInOn(): boolean {
  return env.OPERATOR_LOCAL_SIGN_IN === 'on';
}

/**
 * Whether this e-mail address may sign in with a password. Who signs in with the provider may not, or whoever leaves the
 * organisation would keep a way in.
 */
export async function maySignInLocally(email: string): Promise<boolean> {
  if (isForEmergencies(email)) return true;
  return isLocalSignInOn() && !(env.oidc && (await isOfProvider(email, env.oidc.issuer)));
}

function isForEmergencies(email: string): boolean {
  return email.toLowerCase() === env.BREAK_GLASS_EMAIL;
}

/** A session counts only while the way in which it began is offered: what is switched off ends at once. */
export function isWayOffered(provider: string | null, email: string): boolean {
  return provider === null ? isLocalSignInOn() || isForEmergencies(email) : provider === env.oidc?.issuer;
}
