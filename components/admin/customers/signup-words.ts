import type { BadgeTone } from '#components/ui/badge.tsx';
import type { HeldWhy, SignupOutcome, SignupState } from '#lib/customers/hosted-signup/schema.ts';

export const signupStates: Record<SignupState, { name: string; tone: BadgeTone }> = {
  open: { name: 'Not back yet', tone: 'neutral' },
  returned: { name: 'Back, nobody at AURA yet', tone: 'accent' },
  failed: { name: 'Failed', tone: 'attention' },
  cancelled: { name: 'Cancelled', tone: 'neutral' },
  held: { name: 'At AURA, not at Vigil', tone: 'attention' },
  registered: { name: 'Registered', tone: 'good' },
};

const HELD: Record<HeldWhy, string> = {
  mobile_taken: 'Somebody else at Vigil has their mobile. Search for it, and settle with AURA whose it is.',
  unreadable:
    'AURA has no name, or no mobile that can receive a code. Let AURA support complete it, then ask again.',
  deleted: 'They were deleted here and at AURA.',
  other_reference: 'AURA answers with another signup than the one that was asked for. Tell AURA support.',
};

export function outcomeText(outcome: SignupOutcome): string {
  switch (outcome.kind) {
    case 'nobody_yet':
      return 'AURA has made nobody by this link yet.';
    case 'held':
      return `AURA has a customer, who is not registered at Vigil. ${HELD[outcome.why]}`;
    case 'registered':
      return outcome.isCovered
        ? 'Registered, and covered by a subscription.'
        : 'Registered, but without an active subscription: nobody would be sent for them.';
  }
}
