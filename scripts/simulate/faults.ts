import type { Commit } from '#lib/panic/core/commit.ts';
import type { Invariant } from './invariant-names.ts';

// Mutations of the protocol, to show that the simulator finds them. Not in the product.

/** Each with the invariants, one of which must break. */
export const plantedFaults = {
  answered_before_commit: { breaks: ['durable'], what: 'a press is answered before it is committed' },
  entry_not_written: { breaks: ['durable'], what: 'the journal says that it wrote an entry, and did not' },
  no_fencing: { breaks: ['once', 'true'], what: 'a claim that ran out still writes' },
  claimed_twice: { breaks: ['once'], what: 'a press is given to two who ask at once' },
  called_off_counts: {
    breaks: ['true', 'seen'],
    what: 'a callout that is being called off is taken for help',
  },
  linked_after_cancelling: {
    breaks: ['true'],
    what: 'a callout is cancelled before it is linked, and others are not looked at again',
  },
  others_forgotten: { breaks: ['true'], what: 'a callout is called off that is another press’s help' },
  test_counts: { breaks: ['true', 'seen', 'ends'], what: 'an open test is taken for help' },
  lost_is_nothing: { breaks: ['taken back', 'true'], what: 'a lost answer counts as nothing done' },
  withdrawal_not_checked: {
    breaks: ['taken back', 'true', 'ends'],
    what: 'nobody looks again whether a press was taken back',
  },
  no_wait_for_strays: {
    breaks: ['taken back', 'true'],
    what: 'AURA is asked while a request may be on its way',
  },
  refused_not_reopened: {
    breaks: ['taken back'],
    what: 'a callout of a press that AURA refused while it was taken back is left open',
  },
  withdrawal_lost_in_recovery: {
    breaks: ['taken back'],
    what: 'a wish in the journal is lost on the way to the database',
  },
  not_adopted: { breaks: ['taken back', 'true'], what: 'nobody takes in a callout that nobody told us of' },
  grace_ignored: { breaks: ['not early'], what: 'a held press may be claimed' },
  expiry_not_looked_at: { breaks: ['not late'], what: 'nobody looks again whether a press has expired' },
  held_hidden: { breaks: ['seen'], what: 'the list leaves out every press that had a grace' },
  delivered_unheard: { breaks: ['seen', 'true'], what: 'a press counts as delivered when AURA was asked' },
  old_answer_shared: {
    breaks: ['true', 'seen'],
    what: 'a press takes an answer that came before it',
  },
  lease_left: { breaks: ['ends'], what: 'a press that has ended keeps its claim' },
  never_due_again: { breaks: ['ends'], what: 'a press that is given up is not looked at again' },
  no_backoff: { breaks: ['bounded'], what: 'a press that failed is due again at once' },
} as const satisfies Record<string, { breaks: readonly Invariant[]; what: string }>;
export type PlantedFault = keyof typeof plantedFaults;

/** The write as the planted fault changes it. */
export function tamper(planted: PlantedFault | null, commit: Commit): Commit {
  const { onlyIf, change } = commit;
  switch (planted) {
    case 'no_fencing': {
      const { leasedBy: _leasedBy, ...rest } = onlyIf;
      return { ...commit, onlyIf: rest };
    }
    case 'withdrawal_not_checked':
      return onlyIf.isWithdrawalRequested === false
        ? { ...commit, onlyIf: without(onlyIf, 'isWithdrawalRequested') }
        : commit;
    case 'expiry_not_looked_at':
      return { ...commit, onlyIf: without(onlyIf, 'youngerThanMinutes') };
    case 'called_off_counts':
      return { ...commit, onlyIf: without(onlyIf, 'answeredBy') };
    case 'refused_not_reopened':
      return onlyIf.isWithdrawalRequested
        ? { ...commit, onlyIf: { ...onlyIf, states: ['recorded', 'withdrawn'] } }
        : commit;
    case 'linked_after_cancelling': {
      const isLinking = change.set?.calloutId != null && change.set.state === undefined;
      return isLinking ? { ...commit, change: { ...change, set: {} } } : commit;
    }
    case 'lease_left':
      return change.set?.state ? { ...commit, change: without(change, 'leaseMs') } : commit;
    case 'never_due_again':
      return change.dueWas ? { ...commit, change: { ...change, dueInMs: 86_400_000 } } : commit;
    case 'no_backoff':
      return change.set?.lastProblem === 'aura_unavailable'
        ? { ...commit, change: { ...change, dueInMs: 0 } }
        : commit;
    default:
      return commit;
  }
}

function without<Value extends object, Key extends keyof Value>(value: Value, key: Key): Omit<Value, Key> {
  const { [key]: _left, ...rest } = value;
  return rest;
}
