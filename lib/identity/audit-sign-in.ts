import 'server-only';
import { log } from '#lib/platform/log.ts';
import type { Actor } from './actor.ts';
import { audit } from './audit.ts';
import { isLocalSignInOn } from './ways-to-sign-in.ts';

/** A sign-in with a password. Where that is switched off it is the emergency's, which is not to pass unseen. */
export async function auditLocalSignIn(actor: Actor, operatorId: string, detail?: string): Promise<void> {
  const entry = { subject: operatorId, ...(detail ? { detail } : {}) };
  if (isLocalSignInOn()) return audit(actor, { action: 'operator.sign_in', ...entry });
  log.warn({ operatorId }, 'BREAK_GLASS_EMAIL has signed in without the identity provider');
  await audit(actor, { action: 'operator.break_glass', ...entry });
}
