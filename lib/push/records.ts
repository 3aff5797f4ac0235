import 'server-only';
import { hushSubscriptions } from '#lib/identity/push-subscriptions.ts';
import { now } from '#lib/platform/clock.ts';
import { QUIET_SECONDS } from './model.ts';

// What other rooms tell this one: what is new, and that a press was silent.

export { isPushed } from './notice-model.ts';
export { insertNotices } from './store.ts';

/** After a silent press no device of the person shows anything, as long as its browser stays silent. */
export async function keepSilent(personId: string): Promise<void> {
  await hushSubscriptions(personId, new Date(now().getTime() + QUIET_SECONDS * 1_000));
}
