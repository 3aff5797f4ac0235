import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { inBackground } from '#lib/platform/in-background.ts';
import { keepSilent } from '#lib/push/records.ts';
import { hostedPage } from './hosted-page.ts';
import { raisePress } from './raise-press.ts';

/** What the entry point says of the browser beside the press. */
const fromSilentBrowser = z.object({ isSilent: z.literal(true) });

/** {@link raisePress} for every entry point: in `redirect` mode the answer names the page that the tab goes to. */
export const raiseAndTrack = verb('press.raise', z.unknown(), async (actor, press) => {
  if (fromSilentBrowser.safeParse(press).success) {
    inBackground('keeping devices silent', () => keepSilent(actor.personId));
  }
  const raised = await raisePress(actor, press);
  if (!raised.ok) return raised;
  const { receipt, trackingUrl } = raised.value;
  return ok({ ...raised.value, trackingUrl: await hostedPage(actor, receipt, trackingUrl) });
});
