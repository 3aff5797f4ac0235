import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

// AURA's hosted signup in our words. Only its answer to a read is believed; its page's link is a bearer secret, and
// comes from the client with its host checked.

const OPEN_DEADLINE_MS = 10_000;
const READ_DEADLINE_MS = 4_000;

type OpenCode = 'signup.not_created' | 'signup.bad_page' | 'signup.refused';

/** Opens a signup. AURA calls the page to send somebody to `returnUrl`, like the address they come back to. */
export async function openSignup(signup: {
  returnUrl: string;
  reference: string;
  email: string | undefined;
}): Promise<Result<{ sessionId: string; url: string }, OpenCode>> {
  const { returnUrl, reference, email } = signup;
  try {
    const { sessionId, url } = await auraClient().createSignupSession(
      { returnUrl, customerReferenceId: reference, ...(email ? { email } : {}) },
      { deadlineMs: OPEN_DEADLINE_MS },
    );
    return ok({ sessionId, url });
  } catch (error) {
    if (error instanceof AuraError) return refuse(openCodeOf(error));
    throw error;
  }
}

function openCodeOf({ endpoint, kind }: AuraError): OpenCode {
  if (endpoint !== 'createSignupSession') return 'signup.not_created';
  if (kind === 'contract') return 'signup.bad_page';
  return kind === 'invalid_request' ? 'signup.refused' : 'signup.not_created';
}

/** The customer whom a signup has made, and the reference that it was opened with, as AURA has them. */
export async function fetchSignup(
  sessionId: string,
): Promise<
  Result<{ customerId: number | null; reference: string | null }, 'signup.not_at_aura' | 'aura.not_asked'>
> {
  try {
    const { customerId, customerReferenceId } = await auraClient().readSignupSession(
      { sessionId },
      { deadlineMs: READ_DEADLINE_MS },
    );
    return ok({ customerId, reference: customerReferenceId });
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    return refuse(error.kind === 'not_found' ? 'signup.not_at_aura' : 'aura.not_asked');
  }
}
