import { describe, expect, it } from 'vitest';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { pressWords } from '#components/panic/press-words.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import { translateInto } from '#lib/languages/catalogue.ts';

const inEnglish = (report: PressReport) => pressWords(report, translateInto('en'));

const AT = '2026-11-23T10:00:00.000Z';
const answered = (outcome: RaiseOutcome): PressReport => ({ kind: 'answered', outcome, heardAt: AT });
const delivered = answered({
  kind: 'delivered',
  calloutId: '91',
  openTracking: { as: 'page', href: '/callouts/91' },
});
const RECORDED = { kind: 'recorded', problem: null, sending: 'yes', isTakenBack: false } as const;
const recorded = answered(RECORDED);
const sending: PressReport = { kind: 'sending', sentAt: AT, isSilent: false };
const failures: PressReport[] = [
  { kind: 'unanswered', isKept: true },
  { kind: 'unanswered', isKept: false },
  { kind: 'too_late' },
  { kind: 'not_taken_back' },
  { kind: 'cancel_unheard' },
  answered({ kind: 'expired' }),
  answered({ kind: 'rejected', message: 'Your subscription has ended.' }),
  answered({ kind: 'refused', message: 'Sign in again.', code: 'session.expired' }),
];

describe('pressWords', () => {
  it('says that the control room has it, in the good tone, for a delivered press alone', () => {
    expect(inEnglish(delivered)).toEqual({
      as: 'status',
      tone: 'good',
      text: 'The control room has your alarm.',
      at: AT,
      next: 'press_again',
    });
    for (const report of [sending, recorded, ...failures]) {
      expect(inEnglish(report)).not.toMatchObject({ tone: 'good' });
      expect(JSON.stringify(inEnglish(report))).not.toContain('control room has your');
    }
  });

  it('says to call whenever the control room does not have it', () => {
    for (const report of [recorded, { ...sending, isSilent: true }, ...failures]) {
      expect(JSON.stringify(inEnglish(report))).toMatch(/call now/i);
    }
  });

  it('claims after “I am safe” only what is true of a right and a wrong code', () => {
    const words = inEnglish(answered({ ...RECORDED, isAfterSafe: true }));
    expect(words).toMatchObject({ as: 'status', warning: expect.stringMatching(/call now/i) });
    expect(JSON.stringify(words)).toContain('We have your alarm.');
    expect(JSON.stringify(words)).not.toMatch(/not sent|keep trying|control room/i);
  });

  it('says that practice went nowhere', () => {
    expect(inEnglish(answered({ kind: 'practised' }))).toMatchObject({
      tone: 'neutral',
      text: expect.stringMatching(/Nothing was sent.*Nobody will come/),
    });
  });

  it('does not claim failure of a press without an answer', () => {
    const words = inEnglish({ kind: 'unanswered', isKept: true });
    expect(words).toMatchObject({ next: 'send_again' });
    expect(JSON.stringify(words)).not.toContain('Nobody will come');
  });

  it('asks to leave the page open where the press is not kept', () => {
    expect(JSON.stringify(inEnglish({ kind: 'unanswered', isKept: false }))).toContain(
      'Leave this page open',
    );
  });

  it('gives the reason of a refusal in our words', () => {
    expect(inEnglish(answered({ kind: 'rejected', message: 'Your subscription has ended.' }))).toMatchObject({
      text: 'Your subscription has ended.',
    });
  });

  it('says what is missing when there is no position', () => {
    const words = inEnglish(answered({ ...RECORDED, problem: 'no_location', sending: 'no' }));
    expect(words).toMatchObject({ text: expect.stringContaining('where you are') });
  });

  it('says that a press is sent only while it is', () => {
    expect(inEnglish(recorded)).toMatchObject({ text: expect.stringContaining('We keep trying') });
    for (const sending of ['asking', 'no', null] as const) {
      for (const isTakenBack of [false, true]) {
        const words = JSON.stringify(inEnglish(answered({ ...RECORDED, sending, isTakenBack })));
        expect(words).not.toMatch(/keep trying/i);
        expect(words.includes('We are asking'), `${sending} ${isTakenBack}`).toBe(sending === 'asking');
      }
    }
  });

  it('does not promise that no responder comes while AURA is asked about a withdrawn press', () => {
    const words = JSON.stringify(inEnglish(answered({ ...RECORDED, sending: 'asking', isTakenBack: true })));
    expect(words).toContain('help may still come');
    expect(words).not.toMatch(/nobody will come/i);
  });

  it('does not count a test, or what was cancelled, as help', () => {
    for (const problem of ['test_open'] as const) {
      const words = inEnglish(answered({ ...RECORDED, problem }));
      expect(words).toMatchObject({ tone: 'attention', text: expect.stringContaining('does not count') });
    }
  });

  it('offers to withdraw what is not known to be delivered, and nothing else', () => {
    const offered = [sending, delivered, recorded, ...failures].filter(
      (report) => inEnglish(report).mayWithdraw,
    );
    expect(offered).toEqual([recorded, failures[0], failures[1]]);
    expect(inEnglish(answered({ ...RECORDED, isTakenBack: true })).mayWithdraw).toBeUndefined();
  });
});
