// Envelope or bare: undocumented per operation. Handlers answer with the envelope, which is removed here
// where the switch says so.
import type { OperationId } from '#lib/aura/contract/operations.ts';

type Form = 'bare' | 'enveloped';

function shape(likelier: Form, what: string, key: string, ...of: OperationId[]) {
  const positions: readonly [Form, Form] =
    likelier === 'bare' ? ['bare', 'enveloped'] : ['enveloped', 'bare'];
  return { doubt: `${what}: in an envelope or bare`, positions, key, of };
}

export const shapeSwitches = {
  newCallout: shape('enveloped', 'A created callout', 'callout', 'createCallout', 'createLegacyCallout'),
  placeCallout: shape('enveloped', 'A callout at a place', 'callout', 'createFixedLocationCallout'),
  activeList: shape(
    'bare',
    'The lists of active callouts',
    'callouts',
    'listActiveCallouts',
    'listCustomerCallouts',
  ),
  calloutRead: shape('enveloped', 'A callout that is read', 'callout', 'readCallout'),
  movedCallout: shape('enveloped', 'A callout after its position', 'callout', 'updateLocationAndRead'),
  cancelEnvelope: shape('bare', 'A cancelled callout', 'callout', 'cancelCallout'),
  sentEvent: shape('enveloped', 'A message that was sent', 'calloutEvent', 'sendEvent'),
  eventList: shape('bare', 'The messages of a callout', 'events', 'listEvents'),
  reasonList: shape('bare', 'The reasons for cancelling', 'exceptionReasons', 'listExceptionReasons'),
  givenReason: shape('enveloped', 'A reason that was given', 'createdExceptionReason', 'giveExceptionReason'),
  mapEnvelope: shape('bare', 'A map', 'map', 'readMap'),
  newRating: shape('enveloped', 'A rating that was made', 'calloutRatingPostResult', 'rateCallout'),
  ratingItemList: shape('bare', 'The points of a rating', 'ratingItems', 'listRatingItems'),
  newCustomer: shape('enveloped', 'A created customer', 'customer', 'createCustomer'),
  changedCustomer: shape('enveloped', 'A changed customer', 'customer', 'updateCustomer'),
  customerRead: shape('enveloped', 'A customer that is read', 'customer', 'readCustomer'),
  newSignup: shape('bare', 'An opened signup', 'session', 'createSignupSession'),
  signupRead: shape('bare', 'A signup that is read', 'session', 'readSignupSession'),
  sessionAnswer: shape('bare', 'An opened subscription page', 'session', 'createSubscriptionSession'),
  newSubscription: shape('enveloped', 'A created subscription', 'subscription', 'createSubscription'),
  subscriptionList: shape('bare', "A customer's subscriptions", 'subscriptions', 'listCustomerSubscriptions'),
  subscriptionRead: shape('enveloped', 'A subscription that is read', 'subscription', 'readSubscription'),
  renewalEnvelope: shape('enveloped', 'A renewed subscription', 'subscription', 'renewSubscription'),
  responseTypeList: shape('enveloped', 'The response types', 'responseTypes', 'listResponseTypes'),
  placeAnswer: shape(
    'bare',
    'A place',
    'predefinedLocation',
    'createFixedLocation',
    'readFixedLocation',
    'updateFixedLocation',
  ),
  placeList: shape('bare', 'The list of places', 'predefinedLocations', 'listFixedLocations'),
  newDevice: shape('bare', 'A registered device', 'device', 'registerDevice'),
  deviceAnswer: shape('enveloped', 'What a device event led to', 'resolvedAuraEvent', 'sendDeviceEvent'),
  registrationAnswer: shape('enveloped', 'A registration of webhooks', 'notifier', 'registerWebhook'),
} as const;

export type ShapeSwitch = keyof typeof shapeSwitches;

// Safe because the keys are what ShapeSwitch is made of.
export const shapeNames = Object.keys(shapeSwitches) as ShapeSwitch[];

/** The response body in its switched form. */
export function shaped(positions: Record<ShapeSwitch, Form>, id: OperationId, body: unknown): unknown {
  const name = shapeNames.find((one) => shapeSwitches[one].of.includes(id));
  if (!name || positions[name] === 'enveloped') return body;
  const { key } = shapeSwitches[name];
  return typeof body === 'object' && body !== null && key in body ? Reflect.get(body, key) : body;
}
