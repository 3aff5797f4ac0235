import { z } from 'zod';
import type { AlarmSettings } from '#lib/customers/alarm-settings/model.ts';
import type { SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { browserFields, codeField } from '#lib/identity/schema.ts';
import { APOSTROPHES, DASHES, typedNumber, typedWords } from '#lib/platform/typed-text.ts';
import { parseMobile } from './model.ts';

// Responders read names on small screens: letters and name punctuation only, no bidirectional control
// characters.
const LETTERS = new RegExp(
  `^['${APOSTROPHES}]?\\p{L}[\\p{L}\\p{M}\\p{Join_Control}'${APOSTROPHES}.·‧・${DASHES}\\p{Pd} -]*$`,
  'u',
);
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

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
          (text) => isAbsent(text) || LETTERS.test(text),
          `Use letters only in ${whose}, as responders will read it`,
        )
        .refine((text) => !RIGHT_TO_LEFT.test(text), `Write ${whose} in letters that run left to right`),
    );
};

const mobileField = (whose: string) =>
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
    mobile: mobileField(`${whose} mobile number`),
    subscriptionTypeId: z.coerce
      .number('Choose a subscription')
      .int('Choose a subscription')
      .positive('Choose a subscription')
      .max(2_147_483_647, 'Choose a subscription'),
  });

export const startRegistrationInput = detailsOf('your');

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

export const startSignInInput = z.object({ mobile: mobileField('your mobile number') });

export const resendSignInCodeInput = z.object({ codeId: z.uuid('Ask for a new code') });

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

export const saveTrustedContactInput = z.object({
  name: nameField('your contact’s name'),
  mobile: mobileField('your contact’s mobile number'),
});

/** The kind of help that a person chose, as AURA's id. */
export const saveHelpInput = z.object({ responseTypeId: z.int().positive().max(2_147_483_647) });

export type Profile = {
  name: string;
  surname: string;
  maskedMobile: string;
  /** AURA's name of the subscription type, if known. */
  subscription: string | null;
  subscriptionFacts: SubscriptionFacts;
  address: { address: string; latitude: number; longitude: number } | null;
  contact: { name: string; mobile: string } | null;
  alarm: AlarmSettings;
};

export type ProfileForm = {
  values: Record<string, string>;
  outcome: 'untouched' | 'saved' | 'removed';
  problem: Refusal | null;
};

export type SubscriptionType = { id: number; name: string };

/** As typed; shown again after every answer, except the mobile once a code was sent to it. */
export type RegistrationValues = {
  name: string;
  surname: string;
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
