import { z } from 'zod';
import { operation } from './operation.ts';
import { acknowledgement, enveloped, firstOf, optionalId, optionalText } from './reading.ts';

export const customerId = z.int().positive();
export const instant = z.iso.datetime({ offset: true });

/** The three required keys, reference, address and vehicle are on AURA's pages, the others in public code. */
const profile = z.object({
  name: z.string().trim().min(1),
  surname: z.string().trim().min(1),
  mobile: z.string().trim().min(1),
  externalReferenceId: z.string().optional(),
  email: z.string().optional(),
  gender: z.string().optional(),
  dateOfBirth: z.string().optional(),
  duressCode: z.string().optional(),
  businessName: z.string().optional(),
  vehicleMake: z.string().optional(),
  vehicleModel: z.string().optional(),
  vehicleColour: z.string().optional(),
  vehicleLicensePlate: z.string().optional(),
  hasMedicalAid: z.boolean().optional(),
  medicalAidScheme: z.string().optional(),
  medicalAidNumber: z.string().optional(),
  medicalConditions: z.string().optional(),
  medications: z.string().optional(),
  allergies: z.string().optional(),
  bloodtype: z.string().optional(),
  nextOfKinName: z.string().optional(),
  nextOfKinNumber: z.string().optional(),
  familyDoctorPhoneNumber: z.string().optional(),
  medicalOther: z.string().optional(),
});

/** Profile keys are text or absent, but for `hasMedicalAid`. */
const profileAnswer = Object.fromEntries(
  Object.keys(profile.shape).map((key) => [key, z.unknown().optional()]),
);

const customer = z
  .object({
    ...profileAnswer,
    id: optionalId,
    customerId: optionalId,
    customerSourceId: optionalId,
    name: optionalText,
    surname: optionalText,
    mobile: optionalText,
    // Aliases on the older pages.
    firstName: optionalText,
    lastName: optionalText,
    mobileNumber: optionalText,
    externalReferenceId: optionalText,
    createdAt: optionalText,
    updatedAt: optionalText,
  })
  .transform((raw, ctx) => {
    const { id, customerId, customerSourceId, createdAt, updatedAt, ...rest } = raw;
    const { firstName, lastName, mobileNumber, ...profile } = rest;
    return {
      ...profile,
      name: profile.name ?? firstName,
      surname: profile.surname ?? lastName,
      mobile: profile.mobile ?? mobileNumber,
      customerId: firstOf(ctx, 'id', id, customerId),
    };
  });

const customerAnswer = () => enveloped('customer', customer).transform((answer) => answer.customer);

export const createCustomer = operation({
  summary: 'Register a customer, with a subscription in the same call',
  method: 'POST',
  path: '/customers',
  auth: 'server',
  params: null,
  body: z
    .object({
      customer: profile,
      subscription: z
        .object({ subscriptionTypeId: z.int().positive(), validFrom: instant, validTo: instant })
        .optional(),
      subscriptionId: z.int().positive().optional(),
    })
    .refine((body) => body.subscription === undefined || body.subscriptionId === undefined, {
      path: ['subscriptionId'],
      message: 'cannot be given together with subscription',
    }),
  answer: customerAnswer,
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401, 409],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'people-protect/quickstart, api-reference/customers, panic-api-reference/customers',
    verify: 'whether the id comes as id or customerId; 409 or 400 for a known mobile; 200 or 201',
  },
});

const oneCustomer = z.object({ customerId });

export const readCustomer = operation({
  summary: 'Read a customer',
  method: 'GET',
  path: '/customers/{customerId}',
  auth: 'server',
  params: oneCustomer,
  body: null,
  answer: customerAnswer,
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G1',
    bodies: 'INF',
    source: 'api-reference/panic-api-reference/customers/get-customer-by-id',
    verify: 'whether the customer comes in an envelope',
  },
});

export const updateCustomer = operation({
  summary: "Change a customer's profile",
  method: 'PUT',
  path: '/customers/{customerId}',
  auth: 'server',
  params: oneCustomer,
  body: z.object({ customer: profile.partial() }),
  answer: customerAnswer,
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [400, 401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/customers/update-customer',
    verify: 'whether keys that are left out keep their values',
  },
});

export const deleteCustomer = operation({
  summary: 'Soft-delete a customer',
  method: 'POST',
  path: '/customers/{customerId}/delete',
  auth: 'server',
  params: oneCustomer,
  body: null,
  answer: () => acknowledgement,
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/customers, panic-api-reference/customers/soft-delete-customer',
    verify: 'whether the mobile may register again afterwards',
  },
});
