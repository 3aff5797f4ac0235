// Bodies in AURA's form with values of our own. Every leaf is unique, so a test can tell which were read.
import type { OperationId } from './operations.ts';

export type Sample = {
  name: string;
  readBy: OperationId;
  body: unknown;
  /** The field without which nothing is kept; null when all are optional. */
  needs: string | null;
};

const place = { latitude: '-26.1', longitude: '28.0', formattedAddress: '1 Example Street' };

const incident = {
  predefinedLocationId: 'LOC-1',
  typeOfEmergency: { description: 'Emergency' },
  incidentcategory: { description: 'Category' },
  responseType: { value: 'RESPONSE' },
};

export const calloutSamples: readonly Sample[] = [
  {
    name: 'a new callout',
    readBy: 'readCallout',
    needs: 'callout.id',
    body: {
      message: 'NEW_CALLOUT',
      callout: {
        id: 501,
        calloutClassification: { value: 'REAL' },
        internalTest: false,
        incidentInformation: [{ ...incident, calloutCurrentLocation: place }],
      },
    },
  },
  {
    name: 'a new callout with its kind inside the incident',
    readBy: 'readCallout',
    needs: 'callout.id',
    body: {
      message: 'NEW_CALLOUT',
      callout: {
        id: 502,
        incidentInformation: [
          {
            ...incident,
            calloutClassification: { value: 'TEST' },
            internalTest: true,
            calloutCurrentLocation: { lat: '-26.2', lon: '28.3', formattedAddress: '2 Example Street' },
          },
        ],
      },
    },
  },
  {
    name: 'a new callout of an instance',
    readBy: 'readCallout',
    needs: 'callout.id',
    body: { message: 'NEW_CALLOUT_FOR_INSTANCE', callout: { id: 503, incidentInformation: [{}] } },
  },
  {
    name: 'a close',
    readBy: 'readCallout',
    needs: 'callout.id',
    body: { message: 'CALLOUT_CLOSED', callout: { id: 504 } },
  },
];

const event = { id: 505, calloutId: 506, message: 'By the gate', createdAt: '2026-01-02T03:04:05Z' };
const flat = {
  id: 507,
  customerId: 508,
  predefinedLocationId: 509,
  status: 'Responder Dispatched',
  latitude: 40.5,
  longitude: -74.25,
  responseTypeId: 2,
  calloutClassificationId: 3,
  createdAt: '2026-01-03T03:04:05Z',
};

export const answerSamples: readonly Sample[] = [
  { name: 'a message that was sent', readBy: 'sendEvent', needs: null, body: event },
  { name: 'a list of messages', readBy: 'listEvents', needs: '', body: [event] },
  {
    name: 'a cancellation',
    readBy: 'cancelCallout',
    needs: 'id',
    body: { id: 510, customerId: 511, status: 'Responder Cancelled', latitude: 1.5, longitude: 2.5 },
  },
  {
    name: 'a subscription',
    readBy: 'readSubscription',
    needs: 'id',
    body: {
      id: 512,
      customerId: 513,
      subscriptionTypeId: 4,
      status: 'active',
      dependantCustomerIds: [514, 515],
    },
  },
  {
    name: 'a customer',
    readBy: 'readCustomer',
    needs: 'id',
    body: {
      id: 516,
      firstName: 'Ann',
      lastName: 'Other',
      mobileNumber: '+27820000001',
      email: null,
      externalReferenceId: null,
      customerSourceId: 12,
    },
  },
  { name: 'a flat callout', readBy: 'createCallout', needs: 'id', body: flat },
  { name: 'a list of flat callouts', readBy: 'listActiveCallouts', needs: '0.id', body: [flat] },
  {
    name: 'what came of a device event',
    readBy: 'sendDeviceEvent',
    needs: null,
    body: {
      message: 'Success',
      resolvedAuraEvent: {
        eventTypes: 'NEW_CALLOUT',
        eventResponse: { calloutId: 517, deviceId: 'device-518' },
      },
    },
  },
];

export type Mutation = { what: string; path: string; body: unknown; put: unknown };

const others: readonly unknown[] = ['another', 70_001, true, [], {}, [70_002], { another: 70_003 }];

/** All mutations of a sample in one place: a field missing, null, of another type, or unknown. */
export function mutationsOf(sample: unknown): Mutation[] {
  return pathsIn(sample).flatMap((path) => {
    const spelled = path.join('.');
    const at = (what: string, put: unknown) => ({
      what,
      path: spelled,
      put,
      body: withAt(sample, path, put),
    });
    const present = path.reduce<unknown>((value, key) => Reflect.get(Object(value), key), sample);
    const foreign = others.filter((other) => kindOf(other) !== kindOf(present));
    const isObject = kindOf(present) === 'object';
    return [
      ...(path.length > 0 ? [at('missing', undefined)] : []),
      at('null', null),
      ...foreign.map((other) => at(`of another type (${JSON.stringify(other)})`, other)),
      ...(isObject ? [at('with an unknown key', { ...Object(present), keyOfTomorrow: 'unknown' })] : []),
    ];
  });
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

function pathsIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const inner = withAt(Reflect.get(Object(value), key), rest, put);
  if (Array.isArray(value)) {
    const index = Number(key);
    return inner === undefined ? value.toSpliced(index, 1) : value.with(index, inner);
  }
  const { [key]: _old, ...others } = Object(value);
  return inner === undefined ? others : { ...others, [key]: inner };
}
