import type { PrivateFact } from './schema.ts';

type Place = Omit<PrivateFact, 'detail'>;

const inGroup = (group: PrivateFact['group'], terms: Record<string, string>): [string, Place][] =>
  Object.entries(terms).map(([key, term]) => [key, { group, term }]);

/** AURA's keys of what is private, in the order in which somebody on the way to a patient needs them. */
const PLACES = new Map<string, Place>([
  ...inGroup('Medical', {
    medicalConditions: 'Conditions',
    allergies: 'Allergies',
    medications: 'Medication',
    bloodtype: 'Blood type',
    medicalOther: 'Other medical notes',
    hasMedicalAid: 'Has medical aid',
    medicalAidScheme: 'Medical aid scheme',
    medicalAidNumber: 'Medical aid number',
    familyDoctorPhoneNumber: 'Family doctor',
  }),
  ...inGroup('Contact', {
    nextOfKinName: 'Next of kin',
    nextOfKinNumber: 'Next of kin’s number',
    email: 'E-mail',
    dateOfBirth: 'Date of birth',
    gender: 'Gender',
    businessName: 'Business',
  }),
  ...inGroup('Vehicle', {
    vehicleMake: 'Make',
    vehicleModel: 'Model',
    vehicleColour: 'Colour',
    vehicleLicensePlate: 'Number plate',
  }),
]);

/** Ids and dates that are shown elsewhere or say nothing to a person. */
const NOT_PRIVATE = new Set([
  'customerId',
  'customerSourceId',
  'externalReferenceId',
  'createdAt',
  'updatedAt',
]);

/**
 * A profile in words, grouped. The duress code is never among them: whoever reads it over a shoulder could
 * tell a person under duress what not to say.
 */
export function privateFacts(profile: Readonly<Record<string, string>>): PrivateFact[] {
  const known = [...PLACES].flatMap(([key, place]) => {
    const value = profile[key];
    return value ? [{ ...place, detail: inWords(value) }] : [];
  });
  const others = Object.entries(profile)
    .filter(([key]) => !PLACES.has(key) && !NOT_PRIVATE.has(key) && key !== 'duressCode')
    .map(([term, detail]): PrivateFact => ({ group: 'Other', term, detail }));
  const duress: PrivateFact[] = profile.duressCode
    ? [{ group: 'Contact', term: 'Duress code', detail: 'Set at AURA; never shown' }]
    : [];
  return [...known, ...duress, ...others];
}

/** What the audit says of a profile that was opened from the page of a callout. */
export function openedFrom(calloutId: number): string {
  return `callout ${calloutId}`;
}

function inWords(value: string): string {
  if (value === 'true') return 'Yes';
  return value === 'false' ? 'No' : value;
}
