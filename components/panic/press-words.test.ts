import { describe, expect, it } from 'vitest';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { pressWords } from '#components/panic/press-words.ts';
import type { PressReport } from '#components/panic/send-press.ts';

const AT = '2026-11-23T10:00:00.000Z';
const answered = (outcome: RaiseOutcome): PressReport => ({ kind: 'answered', outcome, heardAt: AT });
const delivered = answered({
  kind: 'delivered',
  calloutId: '91',
  openTracking: { as: 'page', href: '/callouts/91' },
});
const recorded = answered({ kind: 'recorded' });
const sending: PressReport = { kind: 'sending', sentAt: AT, isSilent: false };
const failures: PressReport[] = [
  { kind: 'unanswered', isKept: true },
  { kind: 'unanswered', isKept: false },
  { kind: 'too_late' },
  answered({ kind: 'expired' }),
  answered({ kind: 'rejected', message: 'Your subscription has ended.' }),
  answered({ kind: 'refused', message: 'Sign in again.', code: 'session.expired' }),
];

describe('pressWords', () => {
  it('says that AURA has it, in the good tone, for a delivered press alone', () => {
    expect(pressWords(delivered)).toEqual({
      as: 'status',
      tone: 'good',
      text: 'AURA has it.',
      at: AT,
      next: 'press_again',
    });
    for (const report of [sending, recorded, ...failures]) {
      expect(pressWords(report)).not.toMatchObject({ tone: 'good' });
      expect(JSON.stringify(pressWords(report))).not.toContain('AURA has');
    }
  });

  it('tells the person to call whenever AURA does not have it', () => {
    for (const report of [recorded, { ...sending, isSilent: true }, ...failures]) {
      expect(JSON.stringify(pressWords(report))).toMatch(/call now/i);
    }
  });

  it('says that practice went nowhere', () => {
    expect(pressWords(answered({ kind: 'practised' }))).toMatchObject({
      tone: 'neutral',
      text: expect.stringMatching(/nothing was sent.*nobody is coming/),
    });
  });

  it('does not claim failure of a press of which nothing was heard', () => {
    const words = pressWords({ kind: 'unanswered', isKept: true });
    expect(words).toMatchObject({ next: 'send_again' });
    expect(JSON.stringify(words)).not.toContain('Nobody is coming');
  });

  it('says that a press is kept only when it is', () => {
    expect(JSON.stringify(pressWords({ kind: 'unanswered', isKept: false }))).not.toContain('kept on this');
  });

  it('gives the reason of a refusal in our words', () => {
    expect(pressWords(answered({ kind: 'rejected', message: 'Your subscription has ended.' }))).toMatchObject(
      {
        text: 'Your subscription has ended.',
      },
    );
  });

  it('says what is missing when there is no position', () => {
    const words = pressWords(answered({ kind: 'recorded', problem: 'no_location' }));
    expect(words).toMatchObject({ text: expect.stringContaining('position') });
  });
});
