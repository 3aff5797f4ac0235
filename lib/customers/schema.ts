import { z } from 'zod';
import { parseMobile } from '#lib/customers/model.ts';
import { codeField } from '#lib/identity/schema.ts';
import type { Refusal } from '#lib/platform/result.ts';

// A responder reads the name on a small screen in a hurry: letters only, and none that turn the reading
// direction of the line around them.
const LETTERS = /^[\p{L}\p{M}][\p{L}\p{M}'’. -]*$/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}\p{Script=Samaritan}\p{Script=Mandaic}\p{Bidi_Control}]/u;

const nameField = (what: string) =>
  z
    .string(`Type your ${what}`)
    .max(200, `Your ${what} can have at most 80 characters`)
    .transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' '))
    .pipe(
      z
        .string()
        .min(1, `Type your ${what}`)
        .max(80, `Your ${what} can have at most 80 characters`)
        .regex(LETTERS, `Use letters only in your ${what}, as responders will read it`)
        .refine((text) => !RIGHT_TO_LEFT.test(text), `Write your ${what} in letters that run left to right`),
    );

/** Any spelling in, E.164 out. */
const mobileField = z
  .string('Type your mobile number')
  .trim()
  .min(1, 'Type your mobile number')
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

export const startRegistrationInput = z.object({
  name: nameField('name'),
  surname: nameField('surname'),
  mobile: mobileField,
  subscriptionTypeId: z.coerce
    .number('Choose a subscription')
    .int('Choose a subscription')
    .positive('Choose a subscription')
    .max(2_147_483_647, 'Choose a subscription'),
});

/** Without a code it continues a registration whose mobile is confirmed already. */
export const completeRegistrationInput = z.object({
  registrationId: z.uuid('Start the registration again'),
  code: codeField.optional(),
});

export const startSignInInput = z.object({ mobile: mobileField });

export const completeSignInInput = z.object({ codeId: z.uuid('Ask for a new code'), code: codeField });

export type SubscriptionType = { id: number; name: string };

/** What was typed, as it was typed; shown again after every answer. */
export type RegistrationValues = {
  name: string;
  surname: string;
  mobile: string;
  subscriptionTypeId: string;
};

/** Where a registration form stands. `retry`: the mobile is confirmed and only AURA has to answer. */
export type RegistrationForm = {
  step: 'details' | 'code' | 'retry';
  values: RegistrationValues;
  registrationId: string;
  sentTo: string;
  problem: Refusal | null;
};

/** Where a sign-in form stands. `unknown`: the code was right, but nobody registered with this mobile. */
export type SignInForm = {
  step: 'mobile' | 'code' | 'unknown';
  mobile: string;
  codeId: string;
  sentTo: string;
  problem: Refusal | null;
};
