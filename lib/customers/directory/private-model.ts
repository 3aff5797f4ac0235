import type { PrivateFact } from './schema.ts';

type Place = Omit<PrivateFact, 'detail'>;

const inGroup = (group: PrivateFact['group'], terms: Record<string, string>): [string, Place][] =>
  Object.entries(terms).map(([key, term]) => [key, { group, term }]);

/** AURA's keys of private fields, in the order in which a responder needs them. */
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

/** Ids and dates that are shown elsewhere or mean nothing to a reader. */
const NOT_PRIVATE = new Set([
  'customerId',
  'customerSourceId',
  'externalReferenceId',
  'createdAt',
  'updatedAt',
]);

/** Groups and labels a profile. Leaves out the duress code: reading it over a shoulder would defeat it. */
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

/** Audit detail for a profile opened from a callout's page. */
export function openedFrom(calloutId: number): string {
  return `callout ${calloutId}`;
}

function inWords(value: string): string {
  if (value === 'true') return 'Yes';
  return value === 'false' ? 'No' : value;
}
