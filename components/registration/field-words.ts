import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** What the schemas of registering and signing in say of a field, which the API answers with, too. */
const KEYS = {
  'Type your mobile number': 'field.mobileMissing',
  'This is too long for a mobile number': 'field.mobileLong',
  'This is not a mobile number. Write it like 082 123 4567 or +27 82 123 4567': 'field.mobileWrong',
  'We do not send codes to numbers of this country': 'field.mobileCountry',
  'Type the code from the message': 'field.codeMissing',
  'The code has 6 digits': 'field.codeWrong',
  'Type your name': 'field.nameMissing',
  'Your name can have at most 80 characters': 'field.nameLong',
  'Use letters only in your name, as responders will read it': 'field.nameLetters',
  'Type your surname': 'field.surnameMissing',
  'Your surname can have at most 80 characters': 'field.surnameLong',
  'Use letters only in your surname, as responders will read it': 'field.surnameLetters',
  'Write how to say your name in letters from A to Z, like Muhammad': 'field.sayName',
  'At most 80 characters: only how to say the name': 'field.sayNameLong',
  'Choose a subscription': 'field.subscription',
  'Start the registration again': 'field.registration',
} as const satisfies Record<string, Key>;

/** The same in the language of the page. */
export function fieldWords(problem: string | undefined, t: Translate): string | undefined {
  return problem !== undefined && isKnown(problem) && t.language !== 'en' ? t(KEYS[problem]) : problem;
}

function isKnown(problem: string): problem is keyof typeof KEYS {
  return Object.hasOwn(KEYS, problem);
}
