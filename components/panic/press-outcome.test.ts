import { expect, it } from 'vitest';
import { outcomeOf, refusalOf } from '#components/panic/press-outcome.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { rejectionReason } from '#lib/panic/core/model.ts';

const EN = translateInto('en');

const KNOWN = { problem: null, sending: 'no', withdrawRequestedAt: null, calloutId: null } as const;

it('leads to our own page, or to the hosted one where the answer says so', () => {
  const delivered = { ...KNOWN, state: 'delivered', calloutId: 91 } as const;
  expect(outcomeOf(delivered, EN)).toMatchObject({ openTracking: { as: 'page', href: '/callouts/91' } });
  const url = 'https://track.example/t/1';
  expect(outcomeOf({ ...delivered, trackingUrl: url }, EN)).toMatchObject({
    openTracking: { as: 'redirect', url },
  });
});

it('keeps every other state apart, and calls none of them delivered', () => {
  const states = ['recorded', 'rejected', 'withdrawn', 'expired'] as const;
  expect(states.map((state) => outcomeOf({ ...KNOWN, state }, EN).kind)).toEqual(states);
});

it('says why a recorded press is not with AURA', () => {
  expect(outcomeOf({ ...KNOWN, state: 'recorded', problem: 'no_location' }, EN)).toEqual({
    kind: 'recorded',
    problem: 'no_location',
    sending: 'no',
    isTakenBack: false,
  });
});

it('gives each refusal of AURA’s its own reason, with what to do', () => {
  const messageOf = (problem: 'no_subscription' | 'refused') =>
    outcomeOf({ ...KNOWN, state: 'rejected', problem }, EN);
  expect(messageOf('no_subscription')).toMatchObject({
    message: expect.stringMatching(/no active subscription.*Call now/),
  });
  expect(messageOf('refused')).toMatchObject({ message: expect.stringMatching(/did not accept.*Call now/) });
});

it('gives in English the reason that programs get', () => {
  for (const problem of ['no_subscription', 'refused', null] as const) {
    expect(outcomeOf({ ...KNOWN, state: 'rejected', problem }, EN)).toMatchObject({
      message: rejectionReason(problem),
    });
  }
});

it('ends a press on a refusal that would come again, in our words', () => {
  expect(refusalOf('press.token_revoked', EN)).toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('switched off'),
  });
});

it('does not end a press on a refusal that may pass', () => {
  expect(() => refusalOf('press.not_recorded', EN)).toThrow('press.not_recorded');
});
