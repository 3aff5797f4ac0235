import { pressErrors } from '#lib/errors/press-errors.ts';

// Why a press is refused. The catalogue of errors is what the API answers with, in English; here it is what a person
// reads, and what the other languages translate.

const { 'input.invalid': input, 'session.required': session, 'permission.denied': denied } = pressErrors;
const { 'request.cross_site': crossSite, 'request.too_large': tooLarge } = pressErrors;
const { 'request.unsupported_type': unknownType, 'server.error': fault } = pressErrors;
const { 'server.unavailable': unavailable, 'press.not_found': unknown } = pressErrors;
const { 'press.token_revoked': revoked, 'press.not_recorded': notRecorded } = pressErrors;
const { 'press.settled': settled, 'press.rejected': rejected } = pressErrors;

export const refusals = {
  'refusal.input.invalid': input.title,
  'refusal.input.invalid.detail': input.detail,
  'refusal.session.required': session.title,
  'refusal.session.required.detail': session.detail,
  'refusal.permission.denied': denied.title,
  'refusal.permission.denied.detail': denied.detail,
  'refusal.request.cross_site': crossSite.title,
  'refusal.request.cross_site.detail': crossSite.detail,
  'refusal.request.too_large': tooLarge.title,
  'refusal.request.too_large.detail': tooLarge.detail,
  'refusal.request.unsupported_type': unknownType.title,
  'refusal.request.unsupported_type.detail': unknownType.detail,
  'refusal.server.error': fault.title,
  'refusal.server.error.detail': fault.detail,
  'refusal.server.unavailable': unavailable.title,
  'refusal.server.unavailable.detail': unavailable.detail,
  'refusal.press.not_found': unknown.title,
  'refusal.press.not_found.detail': unknown.detail,
  'refusal.press.token_revoked': revoked.title,
  'refusal.press.token_revoked.detail': revoked.detail,
  'refusal.press.not_recorded': notRecorded.title,
  'refusal.press.not_recorded.detail': notRecorded.detail,
  'refusal.press.settled': settled.title,
  'refusal.press.settled.detail': settled.detail,
  'refusal.press.rejected': rejected.title,
  'refusal.press.rejected.detail': rejected.detail,
} as const;
