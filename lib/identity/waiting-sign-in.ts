import { createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { now } from '#lib/platform/clock.ts';

export const WAITING_COOKIE = 'two_factor';

type Context = Parameters<typeof setSessionCookie>[0];

/** A better-auth plugin: adds passkeys to its second step, which waits under a key in a signed cookie. */
export function waitingSignIn() {
  return {
    id: 'waiting-sign-in',
    endpoints: {
      readWaitingSignIn: createAuthEndpoint('/waiting-sign-in/read', { method: 'POST' }, findWaiting),
      finishWaitingSignIn: createAuthEndpoint(
        '/waiting-sign-in/finish',
        { method: 'POST' },
        async (context) => {
          const waiting = await findWaiting(context);
          if (!waiting) return { isFinished: false };
          const { internalAdapter } = context.context;
          // Only the request that consumes it gets a session.
          const consumed = await internalAdapter.consumeVerificationValue(waiting.key);
          const user = consumed && (await internalAdapter.findUserById(consumed.value));
          const session = user && (await internalAdapter.createSession(user.id));
          if (!session) return { isFinished: false };
          await setSessionCookie(context, { session, user });
          expireCookie(context, context.context.createAuthCookie(WAITING_COOKIE));
          return { isFinished: true };
        },
      ),
    },
  };
}

async function findWaiting(context: Context): Promise<{ key: string; operatorId: string } | null> {
  const { name } = context.context.createAuthCookie(WAITING_COOKIE);
  const key = await context.getSignedCookie(name, context.context.secret);
  if (!key) return null;
  const found = await context.context.internalAdapter.findVerificationValue(key);
  return found && found.expiresAt > now() ? { key, operatorId: found.value } : null;
}
