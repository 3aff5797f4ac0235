import { errorCatalogue } from '#lib/errors/errors.ts';

// Registering.

const { 'registration.expired': expired, 'registration.mobile_known': known } = errorCatalogue;
const { 'registration.aura_unavailable': away, 'registration.completed': completed } = errorCatalogue;
const { 'registration.answer_lost': lost, 'registration.aura_rejected': rejected } = errorCatalogue;
const { 'registration.name_letters': letters } = errorCatalogue;
const { 'registration.in_progress': running, 'subscription.types_unavailable': noTypes } = errorCatalogue;

export const join = {
  'join.lead': 'Takes two minutes. Then you have a button to call for help.',
  'join.accept': 'With Register you accept the {terms}. Read also what we keep about you: {privacy}.',
  'join.terms': 'terms',
  'join.privacy': 'privacy',
  'join.known': 'Registered already?',
  'join.reload': 'Reload',
  'join.change': 'Change details',
  'join.name': 'Name',
  'join.surname': 'Surname',
  'join.oneName': 'Leave empty if you have one name.',
  'join.sayName': 'How to say your name',
  'join.sayNameHint': 'In letters from A to Z, like Muhammad. For those who come to help you.',
  'join.mobileHint': 'We will SMS you a code. Responders may call this number.',
  'join.subscription': 'Subscription',
  'join.subscriptionHint': 'Valid for a year from today.',
  'join.optional': 'Optional',
  'field.nameMissing': 'Type your name',
  'field.nameLong': 'Your name can have at most 80 characters',
  'field.nameLetters': 'Use letters only in your name, as responders will read it',
  'field.surnameMissing': 'Type your surname',
  'field.surnameLong': 'Your surname can have at most 80 characters',
  'field.surnameLetters': 'Use letters only in your surname, as responders will read it',
  'field.sayName': 'Write how to say your name in letters from A to Z, like Muhammad',
  'field.sayNameLong': 'At most 80 characters: only how to say the name',
  'field.subscription': 'Choose a subscription',
  'field.registration': 'Start the registration again',
  'refusal.registration.expired': expired.title,
  'refusal.registration.expired.detail': expired.detail,
  'refusal.registration.mobile_known': known.title,
  'refusal.registration.mobile_known.detail': known.detail,
  'refusal.registration.aura_unavailable': away.title,
  'refusal.registration.aura_unavailable.detail': away.detail,
  'refusal.registration.completed': completed.title,
  'refusal.registration.completed.detail': completed.detail,
  'refusal.registration.answer_lost': lost.title,
  'refusal.registration.answer_lost.detail': lost.detail,
  'refusal.registration.aura_rejected': rejected.title,
  'refusal.registration.aura_rejected.detail': rejected.detail,
  'refusal.registration.name_letters': letters.title,
  'refusal.registration.name_letters.detail': letters.detail,
  'refusal.registration.in_progress': running.title,
  'refusal.registration.in_progress.detail': running.detail,
  'refusal.subscription.types_unavailable': noTypes.title,
  'refusal.subscription.types_unavailable.detail': noTypes.detail,
} as const;
