import { z } from 'zod';
import { customerId } from './customers.ts';
import { operation } from './operation.ts';
import { enveloped, optionalId, optionalText } from './reading.ts';

const device = z
  .object({
    id: optionalId,
    customerId: optionalId,
    customerSourceId: optionalId,
    deviceId: optionalText,
    deviceSerial: optionalText,
    alias: optionalText,
    deviceTypeId: optionalId,
    firmwareVersion: optionalText,
    defaultLocation: z.unknown().optional(),
    healthCheckLastReceivedDate: optionalText,
    batteryLevel: z.unknown().optional(),
    batteryLevelLastReceivedDate: optionalText,
    createdAt: optionalText,
    updatedAt: optionalText,
  })
  .transform(({ id, customerId, deviceId, deviceSerial }) => ({ id, customerId, deviceId, deviceSerial }));

export const registerDevice = operation({
  summary: 'Register a device of a customer',
  method: 'POST',
  path: '/devices',
  auth: 'server',
  params: null,
  body: z.object({
    customerId,
    deviceSerial: z.string().min(1),
    deviceSupplier: z.string().min(1),
    deviceAlias: z.string().optional(),
    deviceType: z.string().optional(),
    firmwareVersion: z.string().optional(),
  }),
  answer: () => enveloped('device', device).transform((raw) => raw.device),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'people-protect/iot-devices, api-reference/iot-devices',
    verify: 'how deviceId is derived; the types of deviceType',
  },
});

/** AURA's result for an event; the event names are one text or several. */
const resolved = z
  .object({
    eventTypes: z
      .union([z.string().transform((name) => [name]), z.array(z.string())])
      .nullable()
      .catch(null),
    eventResponse: z.object({ calloutId: optionalId, deviceId: optionalText }).nullable().catch(null),
  })
  .nullable()
  .catch(null);

export const sendDeviceEvent = operation({
  summary: 'Pass on what a device says, such as the press of a panic button on it',
  method: 'POST',
  path: '/deviceEvent',
  auth: 'server',
  params: null,
  body: z.object({
    device_id: z.string().min(1),
    device_type_id: z.int().positive(),
    message_type: z.string().min(1),
    location: z
      .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .optional(),
  }),
  answer: () =>
    enveloped('resolvedAuraEvent', resolved, { input: z.unknown().optional() }).transform(
      ({ resolvedAuraEvent: raw }) => ({
        events: raw?.eventTypes ?? [],
        calloutId: raw?.eventResponse?.calloutId ?? null,
        deviceId: raw?.eventResponse?.deviceId ?? null,
      }),
    ),
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401, 500],
  evidence: {
    path: 'G1',
    bodies: 'G1',
    source: 'panic-api-reference/iot-devices/create-device-event',
    verify: 'values of message_type; types of the ids; the keys of location',
  },
});
