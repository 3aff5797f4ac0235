import type { UndeliveredPress } from '#lib/panic/schema.ts';

type Situation = Pick<UndeliveredPress, 'state' | 'problem' | 'sending' | 'withdrawRequestedAt'>;

/** Delivery state of a press for operators; never claims more than is known. */
export function stateWords({ state, problem, sending, withdrawRequestedAt }: Situation): string {
  if (state === 'rejected') return 'Refused by AURA';
  if (state === 'expired') return 'Expired unsent';
  if (withdrawRequestedAt)
    return sending === 'asking' ? 'Taken back; asking AURA whether it has it' : 'Taken back';
  switch (sending) {
    case 'asking':
      return 'No longer sent; asking AURA whether it has it';
    case 'yes':
      return 'Still sending';
    case 'no':
      return problem === 'no_location' ? 'Waiting for a position' : 'No longer sent';
  }
}
