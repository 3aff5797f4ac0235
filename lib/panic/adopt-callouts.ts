import 'server-only';
import { z } from 'zod';
import { listedCalloutSchema } from '#lib/callouts/schema.ts';
import { listKnownIds } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { adoptCallout, findCustomers, findLoosePress } from '#lib/panic/adoption-store.ts';
import { type AuraCallout, cancelCallout } from '#lib/panic/aura.ts';
import { asFix } from '#lib/panic/model.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const DEADLINE_MS = 5_000;

/**
 * Takes in, of AURA's list, every open callout of our people that we do not know: made by a request that we had given up, or
 * raised elsewhere. Nothing runs at AURA that operators do not see, and what comes of a press that was
 * withdrawn is cancelled there. Gives how many it took in.
 */
export const adoptCallouts = verb(
  'callout.adopt',
  z.object({ listed: z.array(listedCalloutSchema) }),
  async (_actor, { listed }) => {
    const known = await listKnownIds(listed.map(({ calloutId }) => calloutId));
    const strangers = listed.filter(({ calloutId }) => !known.has(calloutId));
    const people = await findCustomers(strangers.flatMap(({ customerId }) => customerId ?? []));
    let adopted = 0;
    for (const { customerId, isTest, ...callout } of strangers) {
      const person = people.find((candidate) => candidate.customerId === customerId);
      if (person && (await adopt(person.personId, callout, isTest))) adopted += 1;
    }
    return ok({ adopted });
  },
);

async function adopt(personId: string, callout: AuraCallout, isTest: boolean): Promise<boolean> {
  const press = await findLoosePress(personId, now());
  const isUnwanted = press?.state === 'withdrawn' || press?.withdrawRequestedAt;
  if (isUnwanted && !(await cancelCallout(callout.calloutId, DEADLINE_MS))) return false;
  const created = {
    ...callout,
    personId,
    kind: press?.kind ?? (isTest ? ('test' as const) : ('real' as const)),
    fix: press ? asFix(press) : null,
    at: now(),
  };
  await adoptCallout(created, press?.id ?? null);
  return true;
}
