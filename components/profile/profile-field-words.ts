import { fieldWords } from '#components/registration/field-words.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** What the schemas of the profile say of a field, beside those of registering. */
const KEYS = {
  'Type your new mobile number': 'field.newMobile',
  'Type your address': 'field.address',
  'Write it in degrees, such as -26.10763': 'field.degrees',
  'Type your contact’s name': 'field.contact',
  'Your contact’s name can have at most 80 characters': 'field.contactLong',
  'Use letters only in your contact’s name, as responders will read it': 'field.contactLetters',
  'Type your contact’s mobile number': 'field.contactMobile',
  'This is your own number. Choose somebody else': 'field.ownMobile',
  'This number is here twice': 'field.sameMobile',
  'You changed your contacts too often. Try again in one hour': 'field.tooOften',
  'This is too long for a number': 'field.phoneLong',
  'This is not a phone number. Write it like 082 123 4567': 'field.phone',
  'Choose how you press': 'field.way',
  'Choose 0.5 to 5 seconds': 'field.hold',
  'Choose 0 to 30 seconds': 'field.grace',
  'Choose what your phone does': 'field.mode',
} as const satisfies Record<string, Key>;

const TOO_LONG = /^This is too long: (\d+) characters at most$/;

/** The same in the language of the page. */
export function profileFieldWords(problem: string | undefined, t: Translate): string | undefined {
  if (problem === undefined || t.language === 'en') return problem;
  const [, most] = TOO_LONG.exec(problem) ?? [];
  if (most !== undefined) return t('field.tooLong', { most });
  return isKnown(problem) ? t(KEYS[problem]) : fieldWords(problem, t);
}

function isKnown(problem: string): problem is keyof typeof KEYS {
  return Object.hasOwn(KEYS, problem);
}
