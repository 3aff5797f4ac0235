import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { replayEvents } from '#lib/webhooks/inbox-store.ts';
import { MAX_REPLAYED, replayRangeInput } from '#lib/webhooks/schema.ts';

/** Replays all matching events of a time range, or none if their number differs from the confirmed one. */
export const replayWebhookRange = verb(
  'webhook.replay',
  replayRangeInput,
  async (actor, { confirmed, ...filter }) => {
    const { from, until, state, event, callout } = filter;
    const asked = Object.entries({ state, event, callout }).flatMap(([name, value]) =>
      value ? [`${name}=${value}`] : [],
    );
    const detail = [`${confirmed} from ${from.toISOString()} until ${until.toISOString()}`, ...asked].join(
      ' ',
    );
    const found = await replayEvents(filter, confirmed, now(), (tx) =>
      audit(actor, { action: 'webhook.replay_range', detail }, tx),
    );
    if (found > MAX_REPLAYED) return refuse('webhook.range_too_large');
    return found === confirmed ? ok({ replayed: found }) : refuse('webhook.range_changed');
  },
);
