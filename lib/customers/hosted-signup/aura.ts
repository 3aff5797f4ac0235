import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type AuraFailure, callAura } from '#lib/upstream/aura-client.ts';

// AURA's hosted signup. Only AURA's read response is trusted. The page's URL is a capability URL; the client
// checks its host.

const OPEN_DEADLINE_MS = 10_000;
const READ_DEADLINE_MS = 4_000;

type OpenCode = 'signup.not_created' | 'signup.bad_page' | 'signup.refused';

/** Opens a signup. AURA redirects the browser to `returnUrl` at the end. */
export async function openSignup(signup: {
  returnUrl: string;
  reference: string;
  email: string | undefined;
}): Promise<Result<{ sessionId: string; url: string }, OpenCode>> {
  const { returnUrl, reference, email } = signup;
  const opened = await callAura((aura) =>
    aura.createSignupSession(
      { returnUrl, customerReferenceId: reference, ...(email ? { email } : {}) },
      { deadlineMs: OPEN_DEADLINE_MS },
    ),
  );
  if (!opened.ok) return refuse(openCodeOf(opened));
  const { sessionId, url } = opened.value;
  return ok({ sessionId, url });
}

function openCodeOf({ kind }: AuraFailure): OpenCode {
  if (kind === 'contract') return 'signup.bad_page';
  return kind === 'invalid_request' ? 'signup.refused' : 'signup.not_created';
}

/** The customer a signup created and the reference it was opened with. */
export async function fetchSignup(
  sessionId: string,
): Promise<
  Result<{ customerId: number | null; reference: string | null }, 'signup.not_at_aura' | 'aura.not_asked'>
> {
  const read = await callAura((aura) =>
    aura.readSignupSession({ sessionId }, { deadlineMs: READ_DEADLINE_MS }),
  );
  if (!read.ok) return refuse(read.kind === 'not_found' ? 'signup.not_at_aura' : 'aura.not_asked');
  return ok({ customerId: read.value.customerId, reference: read.value.customerReferenceId });
}
