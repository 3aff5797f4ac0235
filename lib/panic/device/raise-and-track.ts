import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { hostedPage } from './hosted-page.ts';
import { raisePress } from './raise-press.ts';

/** {@link raisePress} for every entry point: in `redirect` mode the answer names the page that the tab goes to. */
export const raiseAndTrack = verb('press.raise', z.unknown(), async (actor, press) => {
  const raised = await raisePress(actor, press);
  if (!raised.ok) return raised;
  const { receipt, trackingUrl } = raised.value;
  return ok({ ...raised.value, trackingUrl: await hostedPage(actor, receipt, trackingUrl) });
});
