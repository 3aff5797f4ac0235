import { cancelling } from './changes.ts';
import { type Answer, andThen, ask, done, type Next } from './next.ts';
import type { ActiveCallout, AuraCallout, Ending, Known, LeasedPress, Moment } from './press.ts';
import {
  askAgain,
  createdFrom,
  end,
  endWithCallout,
  endWithdrawn,
  type Leased,
  type Outcome,
  unfitOf,
} from './settle.ts';

// Settles an unknown outcome of a press that may no longer be sent, by AURA's list of open callouts.

type Found = { callout: AuraCallout; known: Known };

/**
 * Ends a press after an attempt of unknown outcome. A callout of it is linked, and for a withdrawal cancelled; while
 * AURA's list is missing or unclear, the press stays open.
 */
export function settleUnknown(leased: Leased, as: Ending): Next<Outcome> {
  const { press } = leased;
  return ask('list', null, (listed, heardAt) => {
    if (!listed) return askAgain(press, heardAt);
    return andThen<Found[] | null, Outcome>(findOwn(press, listed.active), heardAt, (found, now) => {
      const own = found?.[0];
      // An unreadable entry may be the callout that is not found.
      if (!found || (!own && !listed.isWhole)) return askAgain(press, now);
      if (own && as === 'withdrawn') return endWithdrawn(leased, own.callout, own.known, now);
      // An expired or rejected press turns out to be delivered.
      if (own) return endWithCallout(leased, own.callout, now);
      if (as === 'withdrawn' && press.calloutId !== null) return endCancelled(press, press.calloutId, now);
      return end(press, as, now);
    });
  });
}

/** Its callout, no longer listed, may have been cancelled by a process that then died. */
function endCancelled(press: LeasedPress, calloutId: number, { at }: Moment): Next<Outcome> {
  const unsaid = { rawStatus: null, trackingUrl: null, responseTypeId: null };
  const callout = { calloutId, ...unsaid, isTest: null, createdAt: null, place: null };
  const created = createdFrom(press, callout, at);
  return ask('settle', { commit: cancelling(press, calloutId, at), created, callout: null }, () =>
    done<Outcome>(null),
  );
}

/**
 * The person's open callouts that can be the answer to the press; null when that is unclear, because AURA lists one
 * without a customer and we do not know it either.
 */
function findOwn(press: LeasedPress, active: readonly ActiveCallout[]): Next<Found[] | null> {
  const nameless = active.filter(({ customerId }) => customerId === null);
  const own = (owners: Answer<'owners'>) => {
    const isOwn = ({ customerId, callout }: ActiveCallout) =>
      customerId === null
        ? owners.get(callout.calloutId) === press.personId
        : customerId === press.customerId;
    const isUnclear = nameless.some(({ callout }) => !owners.has(callout.calloutId));
    return fitting(press, active.filter(isOwn), [], isUnclear);
  };
  if (nameless.length === 0) return own(new Map());
  return ask('owners', { calloutIds: nameless.map(({ callout }) => callout.calloutId) }, own);
}

function fitting(
  press: LeasedPress,
  [first, ...rest]: readonly ActiveCallout[],
  found: Found[],
  isUnclear: boolean,
): Next<Found[] | null> {
  if (!first) return done(found.length === 0 && isUnclear ? null : found);
  const { callout } = first;
  return ask('known', { calloutId: callout.calloutId }, (known) => {
    const all = unfitOf(press, callout, known) ? found : [...found, { callout, known }];
    return fitting(press, rest, all, isUnclear);
  });
}
