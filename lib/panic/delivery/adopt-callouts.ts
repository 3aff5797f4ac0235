import 'server-only';
import { z } from 'zod';
import { listKnownIds } from '#lib/callouts/records.ts';
import { listedCalloutSchema } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { findCustomers } from '#lib/panic/adoption-store.ts';
import { adopt } from '#lib/panic/core/adopt.ts';
import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { carryOut } from '#lib/panic/delivery/carry-out.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Adopts every open callout of our people in AURA's list that we do not know, so that operators see all that runs at
 * AURA: made by a request that timed out here, or raised elsewhere. Gives how many were adopted.
 */
export const adoptCallouts = verb(
  'callout.adopt',
  z.object({ listed: z.array(listedCalloutSchema) }),
  async (_actor, { listed }) => {
    const known = await listKnownIds(listed.map(({ calloutId }) => calloutId));
    const strangers = listed.filter(({ calloutId }) => !known.has(calloutId));
    const people = await findCustomers(strangers.flatMap(({ customerId }) => customerId ?? []));
    let adopted = 0;
    for (const { customerId, ...callout } of strangers) {
      const person = people.find((candidate) => candidate.customerId === customerId);
      if (!person) continue;
      await carryOut(adopt(person.personId, callout, now()), REQUEST_BUDGET_MS);
      adopted += 1;
    }
    return ok({ adopted });
  },
);
