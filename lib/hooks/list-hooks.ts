import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import type { HookList } from './schema.ts';
import { listEndpoints, listTroubled } from './store.ts';

const SHOWN = 50;

/** The other systems that get webhooks, and what they did not take. */
export const listHooks = verb('hook.list', z.object({}), async () => {
  const at = now();
  const [endpoints, troubled] = await Promise.all([listEndpoints(), listTroubled(SHOWN)]);
  const list: HookList = {
    asOf: at.toISOString(),
    endpoints: endpoints.map(({ endpoint, waiting, failed, lastDeliveredAt }) => {
      const { id, name, url, createdAt, switchedOffAt, previousUntil } = endpoint;
      return {
        ...{ endpointId: id, name, url: url === UNOPENED ? null : url, waiting, failed },
        createdAt: createdAt.toISOString(),
        switchedOffAt: switchedOffAt?.toISOString() ?? null,
        previousUntil: previousUntil && previousUntil > at ? previousUntil.toISOString() : null,
        lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
      };
    }),
    troubled: troubled.map(({ delivery, event, endpointName }) => {
      const { id, state, attempts, problem, status } = delivery;
      const { type, calloutId, pressId } = event;
      return {
        ...{ deliveryId: id, endpointName, type, calloutId, pressId, state, attempts, problem, status },
        about: event.state,
        at: event.at.toISOString(),
      };
    }),
  };
  return ok(list);
});
