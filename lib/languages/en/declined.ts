import { errorCatalogue } from '#lib/errors/errors.ts';

// Why a form of the profile is refused, and what is wrong in its fields.

const { 'data.alarm_open': dataOpen, 'mobile.alarm_open': mobileOpen } = errorCatalogue;
const { 'mobile.taken': taken, 'mobile.taken_at_aura': takenAtAura } = errorCatalogue;
const { 'mobile.refused_at_aura': refusedAtAura, 'mobile.not_changed': notChanged } = errorCatalogue;
const { 'mobile.change_unsure': unsure, 'device.not_found': device } = errorCatalogue;
const { 'facts.not_read': notRead, 'facts.not_saved': notSaved } = errorCatalogue;
const { 'facts.save_unsure': saveUnsure, 'terms.changed': terms } = errorCatalogue;

export const declined = {
  'refusal.data.alarm_open': dataOpen.title,
  'refusal.data.alarm_open.detail': dataOpen.detail,
  'refusal.mobile.alarm_open': mobileOpen.title,
  'refusal.mobile.alarm_open.detail': mobileOpen.detail,
  'refusal.mobile.taken': taken.title,
  'refusal.mobile.taken.detail': taken.detail,
  'refusal.mobile.taken_at_aura': takenAtAura.title,
  'refusal.mobile.taken_at_aura.detail': takenAtAura.detail,
  'refusal.mobile.refused_at_aura': refusedAtAura.title,
  'refusal.mobile.refused_at_aura.detail': refusedAtAura.detail,
  'refusal.mobile.not_changed': notChanged.title,
  'refusal.mobile.not_changed.detail': notChanged.detail,
  'refusal.mobile.change_unsure': unsure.title,
  'refusal.mobile.change_unsure.detail': unsure.detail,
  'refusal.device.not_found': device.title,
  'refusal.device.not_found.detail': device.detail,
  'refusal.facts.not_read': notRead.title,
  'refusal.facts.not_read.detail': notRead.detail,
  'refusal.facts.not_saved': notSaved.title,
  'refusal.facts.not_saved.detail': notSaved.detail,
  'refusal.facts.save_unsure': saveUnsure.title,
  'refusal.facts.save_unsure.detail': saveUnsure.detail,
  'refusal.terms.changed': terms.title,
  'refusal.terms.changed.detail': terms.detail,
  'field.newMobile': 'Type your new mobile number',
  'field.address': 'Type your address',
  'field.tooLong': 'This is too long: {most} characters at most',
  'field.degrees': 'Write it in degrees, such as -26.10763',
  'field.contact': 'Type your contact’s name',
  'field.contactLong': 'Your contact’s name can have at most 80 characters',
  'field.contactLetters': 'Use letters only in your contact’s name, as responders will read it',
  'field.contactMobile': 'Type your contact’s mobile number',
  'field.ownMobile': 'This is your own number. Choose somebody else',
  'field.sameMobile': 'This number is here twice',
  'field.tooOften': 'You changed your contacts too often. Try again in one hour',
  'field.phoneLong': 'This is too long for a number',
  'field.phone': 'This is not a phone number. Write it like 082 123 4567',
  'field.way': 'Choose how you press',
  'field.hold': 'Choose 0.5 to 5 seconds',
  'field.grace': 'Choose 0 to 30 seconds',
  'field.mode': 'Choose what your phone does',
} as const;
