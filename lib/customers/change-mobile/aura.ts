import 'server-only';
import { fetchProfile, wholeProfile } from '#lib/customers/fact-sheet/aura.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { callAura } from '#lib/upstream/aura-client.ts';

const READ_DEADLINE_MS = 4_000;
const WRITE_DEADLINE_MS = 10_000;

type NotChanged =
  | 'mobile.not_changed'
  | 'mobile.refused_at_aura'
  | 'mobile.taken_at_aura'
  | 'mobile.change_unsure';

/**
 * Writes a new mobile to AURA, with the whole profile, as an update may replace it. AURA's pages do not say that a mobile may
 * be changed, so only a read that shows it counts as done.
 */
export async function writeMobile(customerId: number, mobile: string): Promise<Result<null, NotChanged>> {
  const before = await fetchProfile(customerId);
  if (!before.ok) return refuse('mobile.not_changed');
  const customer = { ...wholeProfile(before.value), mobile };
  const written = await callAura((aura) =>
    aura.updateCustomer({ customerId, customer }, { deadlineMs: WRITE_DEADLINE_MS }),
  );
  if (!written.ok) {
    if (written.kind === 'conflict') return refuse('mobile.taken_at_aura');
    if (written.outcome === 'refused') return refuse('mobile.refused_at_aura');
    if (written.outcome === 'not_done') return refuse('mobile.not_changed');
  }
  const read = await callAura((aura) => aura.readCustomer({ customerId }, { deadlineMs: READ_DEADLINE_MS }));
  if (!read.ok) return refuse('mobile.change_unsure');
  if (read.value.mobile === mobile) return ok(null);
  return refuse(written.ok ? 'mobile.refused_at_aura' : 'mobile.not_changed');
}
