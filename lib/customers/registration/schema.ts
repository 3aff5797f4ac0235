import { z } from 'zod';
import type { AlarmSettings } from '#lib/customers/alarm-settings/model.ts';
import type { SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { browserFields, codeField } from '#lib/identity/schema.ts';
import { isLanguage } from '#lib/languages/languages.ts';
import { APOSTROPHES, DASHES, typedNumber, typedWords } from '#lib/platform/typed-text.ts';
import { parseMobile } from './model.ts';

const MARKS = `'${APOSTROPHES}.·‧・׳״${DASHES}\\p{Pd} -`;
// Responders read names on small screens: letters of any script and the punctuation of names. Controls, those of the
// direction too, have been taken out before.
const LETTERS = new RegExp(`^['${APOSTROPHES}]?\\p{L}[\\p{L}\\p{M}\\p{Join_Control}${MARKS}]*$`, 'u');
const LATIN_LETTERS = new RegExp(
  `^['${APOSTROPHES}]?\\p{Script=Latin}[\\p{Script=Latin}\\p{M}${MARKS}]*$`,
  'u',
);
/** More marks on one letter than any script needs: they would run over the lines above and below. */
const HEAPED = /\p{M}{6}/u;

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** `whose` prefixes the label ("your surname"); `mayBeEmpty` makes it optional. */
const nameField = (whose: string, mayBeEmpty = false) => {
  const tooLong = `${sentence(whose)} can have at most 80 characters`;
  const isAbsent = (text: string) => mayBeEmpty && text === '';
  return z
    .string(`Type ${whose}`)
    .max(200, tooLong)
    .transform(typedWords)
    .pipe(
      z
        .string()
        .min(mayBeEmpty ? 0 : 1, `Type ${whose}`)
        .max(80, tooLong)
        .refine(
          (text) => isAbsent(text) || (LETTERS.test(text) && !HEAPED.test(text)),
          `Use letters only in ${whose}, as responders will read it`,
        ),
    );
};

/** How to say a name: for responders who do not read its script, and for AURA should it not take that. */
const latinNameField = (whose: string) => {
  const wrong = `Write how to say ${whose} name in letters from A to Z, like Muhammad`;
  const tooLong = 'At most 80 characters: only how to say the name';
  return z
    .string(wrong)
    .max(200, tooLong)
    .transform(typedWords)
    .pipe(
      z
        .string()
        .max(80, tooLong)
        .refine((text) => text === '' || (LATIN_LETTERS.test(text) && !HEAPED.test(text)), wrong),
    )
    .default('')
    .transform((text) => text || null);
};

export const mobileField = (whose: string) =>
  z
    .string(`Type ${whose}`)
    .trim()
    .min(1, `Type ${whose}`)
    .max(40, 'This is too long for a mobile number')
    .transform((text, context) => {
      const mobile = parseMobile(text);
      if (mobile) return mobile;
      context.addIssue({
        code: 'custom',
        message: 'This is not a mobile number. Write it like 082 123 4567 or +27 82 123 4567',
      });
      return z.NEVER;
    });

const detailsOf = (whose: 'your' | 'their') =>
  z.object({
    name: nameField(`${whose} name`),
    // Empty for a single name; see `auraNames`.
    surname: nameField(`${whose} surname`, true).default(''),
    latinName: latinNameField(whose),
    mobile: mobileField(`${whose} mobile number`),
    subscriptionTypeId: z.coerce
      .number('Choose a subscription')
      .int('Choose a subscription')
      .positive('Choose a subscription')
      .max(2_147_483_647, 'Choose a subscription'),
  });

/** Without one of ours, English. */
const languageField = z.string().refine(isLanguage).optional().catch(undefined);

const termsVersionField = z.string().max(40).optional();

export const startRegistrationInput = detailsOf('your').extend({
  language: languageField,
  /** Of the terms that stood beside the form. */
  termsVersion: termsVersionField,
});

export const acceptTermsInput = z.object({ termsVersion: termsVersionField });

export const saveLanguageInput = z.object({ language: z.string().refine(isLanguage) });

export const customerDetails = detailsOf('their');

/** `code` is optional: a registration with a verified mobile continues without it. */
export const completeRegistrationInput = z.object({
  registrationId: z.uuid('Start the registration again'),
  code: codeField.optional(),
  ...browserFields,
});

export const resendRegistrationCodeInput = z.object({
  registrationId: z.uuid('Start the registration again'),
});

export const startSignInInput = z.object({
  mobile: mobileField('your mobile number'),
  language: languageField,
});

export const resendSignInCodeInput = z.object({
  codeId: z.uuid('Ask for a new code'),
  language: languageField,
});

/** `surname` is asked for after a long time without a sign-in. */
export const completeSignInInput = resendSignInCodeInput.extend({
  code: codeField,
  surname: nameField('your surname').optional(),
  ...browserFields,
});

const MESSAGE_DEGREES = 'Write it in degrees, such as -26.10763';

const degrees = (limit: number) =>
  z
    .string(MESSAGE_DEGREES)
    // Decimal commas and Arabic decimal separators.
    .transform((text) => typedNumber(text).replace(/[,٫]/, '.'))
    .pipe(z.string().regex(/^[-+]?\d{1,3}(\.\d{1,15})?$/, MESSAGE_DEGREES))
    .transform(Number)
    .pipe(z.number().min(-limit, MESSAGE_DEGREES).max(limit, MESSAGE_DEGREES));

export const saveAddressInput = z.object({
  address: z
    .string('Type your address')
    .transform(typedWords)
    .pipe(z.string().min(1, 'Type your address').max(200, 'This is too long: 200 characters at most')),
  latitude: degrees(90),
  longitude: degrees(180),
});

export const MOST_CONTACTS = 5;

const contactField = z.object({
  name: nameField('your contact’s name'),
  mobile: mobileField('your contact’s mobile number'),
});

export const saveTrustedContactsInput = z.object({
  contacts: z
    .array(contactField)
    .max(MOST_CONTACTS)
    .superRefine((contacts, context) => {
      const mobiles = contacts.map(({ mobile }) => mobile);
      for (const [nth, mobile] of mobiles.entries()) {
        if (mobiles.indexOf(mobile) === nth) continue;
        context.addIssue({ code: 'custom', path: [nth, 'mobile'], message: 'This number is here twice' });
      }
    }),
  isTexted: z.boolean(),
});

/** The kind of help that a person chose, as AURA's id. */
export const saveHelpInput = z.object({ responseTypeId: z.int().positive().max(2_147_483_647) });

export type Profile = {
  name: string;
  surname: string;
  latinName: string | null;
  /** AURA has the name in Latin letters only. */
  latinAtAura: boolean;
  hasAcceptedTerms: boolean;
  maskedMobile: string;
  /** AURA's name of the subscription type, if known. */
  subscription: string | null;
  subscriptionFacts: SubscriptionFacts;
  address: { address: string; latitude: number; longitude: number } | null;
  trusted: { contacts: { name: string; mobile: string }[]; isTexted: boolean };
  /** What text messages are written in; null: not known. */
  language: string | null;
  alarm: AlarmSettings;
};

export type ProfileForm = {
  values: Record<string, string>;
  outcome: 'untouched' | 'saved' | 'removed';
  problem: Refusal | null;
};

/** The fields of the form that saves contacts. */
export function contactValues({ contacts, isTexted }: Profile['trusted']): ProfileForm['values'] {
  const rows = contacts.flatMap(({ name, mobile }, nth) => [
    [`name${nth}`, name],
    [`mobile${nth}`, mobile],
  ]);
  return Object.fromEntries([...rows, ['isTexted', isTexted ? 'yes' : '']]);
}

export type SubscriptionType = { id: number; name: string };

/** As typed; shown again after every answer, except the mobile once a code was sent to it. */
export type RegistrationValues = {
  name: string;
  surname: string;
  latinName: string;
  mobile: string;
  subscriptionTypeId: string;
};

/** Form state. `retry`: the mobile is verified and only AURA's response is missing. */
export type RegistrationForm = {
  step: 'details' | 'code' | 'retry' | 'ready';
  values: RegistrationValues;
  registrationId: string;
  sentTo: string;
  problem: Refusal | null;
};

/** Form state. `unknown`: the code was right, but the mobile is not registered; `surname`: it is asked for beside it. */
export type SignInForm = {
  step: 'mobile' | 'code' | 'surname' | 'unknown';
  mobile: string;
  codeId: string;
  /** As typed; empty but while the surname is asked for. */
  code: string;
  sentTo: string;
  problem: Refusal | null;
};
