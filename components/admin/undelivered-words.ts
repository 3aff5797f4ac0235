import type { UndeliveredPress } from '#lib/console/attention/schema.ts';

type Situation = Pick<UndeliveredPress, 'state' | 'problem' | 'sending' | 'withdrawRequestedAt'>;

/** Delivery state of a press for operators; never claims more than is known. */
export function stateWords({ state, problem, sending, withdrawRequestedAt }: Situation): string {
  if (state === 'rejected') return 'Refused by AURA';
  if (state === 'expired') return 'Expired unsent';
  if (withdrawRequestedAt)
    return sending === 'asking'
      ? 'Cancelled by the person; asking AURA if it has it'
      : 'Cancelled by the person';
  switch (sending) {
    case 'asking':
      return 'No longer sent; asking AURA if it has it';
    case 'yes':
      return 'Still sending';
    case 'no':
      return problem === 'no_location' ? 'Needs a location' : 'No longer sent';
  }
}
