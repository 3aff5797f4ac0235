import { type ErrorCode, errorEntry } from '#lib/errors/errors.ts';
import { named } from '#lib/languages/brand-name.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** The refusals that a press, a plain form, registering or signing in can meet: those that are translated. */
const TRANSLATED = [
  'input.invalid',
  'session.required',
  'permission.denied',
  'request.cross_site',
  'request.too_large',
  'request.unsupported_type',
  'server.error',
  'server.unavailable',
  'press.not_found',
  'press.token_revoked',
  'press.not_recorded',
  'press.settled',
  'press.rejected',
  'code.wrong',
  'code.expired',
  'code.too_soon',
  'code.limit_number',
  'code.limit_day',
  'code.limit_address',
  'code.not_sent',
  'sign_in.no_account',
  'sign_in.surname_needed',
  'sign_in.surname_wrong',
  'sign_in.surname_limit',
  'registration.expired',
  'registration.mobile_known',
  'registration.aura_unavailable',
  'registration.completed',
  'registration.answer_lost',
  'registration.aura_rejected',
  'registration.name_letters',
  'registration.in_progress',
  'subscription.types_unavailable',
] as const satisfies readonly ErrorCode[];

/** What a refusal says to the person. One that is not translated is said as what it is to them: a fault of ours. */
export function refusedWords(code: ErrorCode, t: Translate): { title: string; detail: string } {
  if (t.language === 'en') {
    const { title, detail } = errorEntry(code);
    return { title: named(title), detail: named(detail) };
  }
  const known = TRANSLATED.find((each) => each === code) ?? 'server.error';
  // A page has the refusals that it can meet.
  const said = t.has(`refusal.${known}`) ? known : 'server.error';
  return { title: t(`refusal.${said}`), detail: t(`refusal.${said}.detail`) };
}
