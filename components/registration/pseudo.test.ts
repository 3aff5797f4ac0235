import { type ComponentProps, createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { CodeStep } from '#components/registration/code-step.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { RegistrationForm } from '#components/registration/registration-form.tsx';
import { SignInForm } from '#components/registration/sign-in-form.tsx';
import { SignupReturn } from '#components/registration/signup-return.tsx';
import { SurnameStep } from '#components/registration/surname-step.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import type { SignupOutcome } from '#lib/customers/hosted-signup/schema.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { translateInto, wordsIn } from '#lib/languages/catalogue.ts';
import { PSEUDO } from '#lib/languages/languages.ts';
import { inRouter } from '#lib/testing/in-router.ts';

// What signing in shows, in the pseudo-language; see components/panic/pseudo.test.ts.

// What the form sends to is not there without Next; it is not sent here.
vi.mock('#lib/customers/registration/actions.ts', () => ({
  registerAction: () => undefined,
  signInAction: () => undefined,
}));

const t = translateInto(PSEUDO);
// safe: the children follow as arguments
const WITH = {
  language: PSEUDO,
  words: wordsIn(PSEUDO, 'shared', 'entry', 'join', 'refusals'),
} as ComponentProps<typeof WordsProvider>;

const shown = (child: ReactNode) => renderToStaticMarkup(inRouter(createElement(WordsProvider, WITH, child)));
const plainIn = (html: string) =>
  html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .split(/<[^>]*>/)
    .filter((text) => /[A-Za-z]{3,}/.test(text));

const REFUSALS: readonly ErrorCode[] = [
  ...(['code.wrong', 'code.expired', 'code.limit_number', 'code.limit_address', 'code.not_sent'] as const),
  ...(['code.too_soon', 'code.limit_day'] as const),
  ...(['registration.expired', 'registration.mobile_known', 'registration.aura_unavailable'] as const),
  ...(['registration.completed', 'registration.answer_lost', 'registration.aura_rejected'] as const),
  ...(['registration.in_progress', 'subscription.types_unavailable'] as const),
  ...(['sign_in.surname_needed', 'sign_in.surname_wrong', 'sign_in.surname_limit'] as const),
  ...(['sign_in.no_account', 'input.invalid', 'request.cross_site', 'server.error'] as const),
];

it('the form, its second step and each refusal', () => {
  const code = { sentTo: '+27 82 ••• 4567', isPending: false, editLabel: t('signIn.another') };
  for (const error of [undefined, 'The code has 6 digits', 'Type the code from the message']) {
    const html = shown(createElement(CodeStep, { ...code, error }));
    expect(plainIn(html)).toEqual([]);
    expect(html).toContain(`<bdi>${code.sentTo}</bdi>`);
  }
  expect(plainIn(shown(createElement(SignInForm)))).toEqual([]);
  for (const error of [undefined, 'Type your surname']) {
    const html = shown(createElement(SurnameStep, { code: '123456', error, isPending: false }));
    expect(plainIn(html)).toEqual([]);
    expect(html).toContain('name="surname"');
  }
  const join = { subscriptionTypes: [{ id: 1, name: '1' }], defaultTypeId: 1, termsVersion: '1' };
  expect(plainIn(shown(createElement(RegistrationForm, join)))).toEqual([]);
  for (const refusal of REFUSALS) {
    const html = shown(createElement(RefusalAlert, { problem: { ok: false, code: refusal }, t }));
    expect(plainIn(html), refusal).toEqual([]);
    expect(html, refusal).not.toContain('<p></p>');
  }
});

it('the return from the signup, however it went', () => {
  const mobile = { customerId: 1, maskedMobile: '+27 82 ••• ••••' };
  const outcomes: readonly SignupOutcome[] = [
    ...[true, false].map((isCovered) => ({ kind: 'registered' as const, isCovered, ...mobile })),
    ...(['mobile_taken', 'unreadable', 'deleted', 'other_reference'] as const).map((why) => ({
      ...{ kind: 'held' as const, why },
    })),
    { kind: 'nobody_yet' },
  ];
  for (const outcome of outcomes) {
    for (const said of [null, 'completed', 'failed', 'cancelled'] as const) {
      for (const errorCode of [null, 'payment_failed', '42']) {
        const html = shown(
          createElement(SignupReturn, { signup: { outcome, said, errorCode }, again: '/', t }),
        );
        expect(plainIn(html)).toEqual([]);
        expect(html).not.toMatch(/<(p|h1|h2|a)(?: [^>]*)?><\/\1>/);
      }
    }
  }
});
