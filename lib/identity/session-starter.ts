import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/**
 * A better-auth plugin: starts a session for a user whom a verb authenticated by one-time code, or at an identity `provider`; with a `token`, gives the
 * cookie of the session that has it.
 */
export function sessionStarter() {
  return {
    id: 'session-starter',
    endpoints: {
      startSession: createAuthEndpoint(
        '/session-starter/start',
        {
          method: 'POST',
          body: z.object({
            userId: z.string(),
            token: z.string().optional(),
            provider: z.string().optional(),
          }),
        },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) throw new Error('a session was asked for a user who does not exist');
          const { token, provider } = context.body;
          const session = token
            ? (await internalAdapter.findSession(token))?.session
            : await internalAdapter.createSession(user.id, false, provider ? { provider } : undefined);
          if (!session) throw new Error('a session that was asked for has ended');
          await setSessionCookie(context, { session, user });
          return { token: session.token, sessionId: session.id };
        },
      ),
    },
  };
}
