import { expect, it } from 'vitest';
import { outcomeOf, refusalOf } from '#components/panic/press-outcome.ts';

const KNOWN = { problem: null, calloutId: null } as const;

it('leads to our own page, or to the hosted one where the answer says so', () => {
  const delivered = { state: 'delivered', problem: null, calloutId: 91 } as const;
  expect(outcomeOf(delivered, null)).toMatchObject({ openTracking: { as: 'page', href: '/callouts/91' } });
  const url = 'https://track.example/t/1';
  expect(outcomeOf(delivered, url)).toMatchObject({ openTracking: { as: 'redirect', url } });
});

it('keeps every other state apart, and calls none of them delivered', () => {
  const states = ['recorded', 'rejected', 'withdrawn', 'expired'] as const;
  expect(states.map((state) => outcomeOf({ ...KNOWN, state }, null).kind)).toEqual(states);
});

it('says why a recorded press is not with AURA', () => {
  expect(outcomeOf({ ...KNOWN, state: 'recorded', problem: 'no_location' }, null)).toEqual({
    kind: 'recorded',
    problem: 'no_location',
  });
});

it('ends a press on a refusal that would come again, in our words', () => {
  expect(refusalOf('press.token_revoked')).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('switched off'),
  });
});

it('does not end a press on a refusal that may pass', () => {
  expect(() => refusalOf('press.not_recorded')).toThrow('press.not_recorded');
});
