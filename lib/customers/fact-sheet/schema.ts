import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { typedNumber, typedWords } from '#lib/platform/typed-text.ts';
import { parsePhone } from './model.ts';

const TOO_LONG = 'This is too long';

const words = (most: number) =>
  z
    .string()
    .max(most * 2, `${TOO_LONG}: ${most} characters at most`)
    .transform(typedWords)
    .pipe(z.string().max(most, `${TOO_LONG}: ${most} characters at most`))
    .default('');

const phone = z
  .string()
  .max(60, `${TOO_LONG} for a number`)
  .transform((text, context) => {
    if (typedNumber(text) === '') return '';
    const number = parsePhone(text);
    if (number) return number;
    context.addIssue({ code: 'custom', message: 'This is not a phone number. Write it like 082 123 4567' });
    return z.NEVER;
  })
  .default('');

/** What AURA keeps about a person for those who come to help, under AURA's keys. All of it is optional. */
export const factSheetInput = z.object({
  medicalConditions: words(300),
  allergies: words(300),
  medications: words(300),
  bloodtype: words(20),
  medicalOther: words(300),
  medicalAidScheme: words(80),
  medicalAidNumber: words(40),
  familyDoctorPhoneNumber: phone,
  nextOfKinName: words(80),
  nextOfKinNumber: phone,
  vehicleMake: words(40),
  vehicleModel: words(40),
  vehicleColour: words(40),
  vehicleLicensePlate: words(20),
});

export type FactSheet = z.output<typeof factSheetInput>;
export type FactKey = keyof FactSheet;

export const factKeys = Object.keys(factSheetInput.shape) as readonly FactKey[]; // safe: the keys of that shape

/** The fact sheet as it is shown: what AURA has. */
export type ShownFacts = {
  facts: FactSheet;
  /** When the person last saved it here; null: never. */
  confirmedAt: string | null;
  /** Whether that was too long ago, for a sheet that says something. */
  isOld: boolean;
};

/** Form state. `differing`: what AURA has otherwise than it was saved. */
export type FactSheetForm = {
  values: Partial<Record<FactKey, string>>;
  outcome: 'untouched' | 'saved';
  differing: readonly FactKey[];
  problem: Refusal | null;
};
