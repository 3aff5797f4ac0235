import 'server-only';
import { z } from 'zod';
import { listKnownIds } from '#lib/callouts/records.ts';
import { listedCalloutSchema } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { asFix } from '#lib/geo/model.ts';
import { verb } from '#lib/identity/verb.ts';
import { adoptCallout, findCustomers, listUnlinkedPresses } from '#lib/panic/adoption-store.ts';
import type { AuraCallout } from '#lib/panic/aura.ts';
import { looseOrder, mayComeFrom } from '#lib/panic/model.ts';
import { moveToLinked } from '#lib/panic/move-callout.ts';
import { createdFrom } from '#lib/panic/settle-press.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Takes in, of AURA's list, every open callout of our people that we do not know: made by a request that we had given
 * up, or raised elsewhere. Nothing runs at AURA that operators do not see, and a press that was taken back is opened
 * again, so that what came of it is called off. Gives how many it took in.
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
      await adopt(person.personId, callout);
      adopted += 1;
    }
    return ok({ adopted });
  },
);

async function adopt(personId: string, callout: AuraCallout): Promise<void> {
  const loose = await listUnlinkedPresses(personId, callout.createdAt ?? now());
  const [press] = loose
    .filter((candidate) => mayComeFrom(candidate, callout, null))
    .toSorted((one, other) => looseOrder(one) - looseOrder(other));
  const fix = press ? asFix(press) : null;
  const kind = press?.kind ?? (callout.isTest ? 'test' : 'real');
  const created = createdFrom({ personId, kind, fix }, callout);
  await adoptCallout(created, press?.id ?? null);
  if (press) await moveToLinked(press.id, callout);
}
