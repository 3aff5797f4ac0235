// One switch for each thing that AURA's pages leave open. The first position is the likelier one.
import { shapeSwitches } from './shapes.ts';

type Switch = { doubt: string; positions: readonly [string, string, ...string[]] };

export const switches = {
  ...shapeSwitches,
  noSubscription: { doubt: 'Status of a callout without an active subscription', positions: ['403', '400'] },
  testCallout: { doubt: 'Whether a test callout needs a subscription', positions: ['entitled', 'anyone'] },
  graceCallout: {
    doubt: "Whether a customer's first callout passes without a subscription",
    positions: ['refused', 'allowed'],
  },
  firstCallout: {
    doubt: "Whether a new customer's first callout counts as a test",
    positions: ['as_asked', 'test'],
  },
  legacyCallout: { doubt: 'Whether the older way needs a subscription', positions: ['entitled', 'anyone'] },
  created: { doubt: 'Status of a successful creation', positions: ['201', '200'] },
  existingCallout: { doubt: 'Status when the active callout is returned', positions: ['200', '201'] },
  cancelledCallout: {
    doubt: 'Whether a cancelled callout is still active',
    positions: ['stays_active', 'ends'],
  },
  afterClose: { doubt: 'What messages and cancellations answer after the close', positions: ['285', '400'] },
  knownMobile: { doubt: 'Status of a second customer with one mobile', positions: ['409', '400'] },
  wrongSafeCode: { doubt: 'What a wrong safe code answers', positions: ['refused', 'silent_duress'] },
  statusTexts: {
    doubt: 'Whether there are status texts beside the three that are documented',
    positions: ['invented', 'documented'],
  },
  closedRead: { doubt: 'What reading a closed callout answers', positions: ['answered', '404'] },
  nestedStatus: { doubt: 'Whether the nested read has status', positions: ['present', 'absent'] },
  nestedUrl: { doubt: 'Whether the nested read has url', positions: ['absent', 'present'] },
  customerIdKey: { doubt: "Key of a customer's id", positions: ['id', 'customerId'] },
  calloutIdKey: { doubt: "Key of a callout's id", positions: ['id', 'calloutId'] },
  statusSpelling: { doubt: 'Spelling of status texts', positions: ['mixed', 'lower', 'upper'] },
  numbers: { doubt: 'Ids and coordinates in answers', positions: ['number', 'text'] },
  tokenKeys: { doubt: 'Spelling of the token answer', positions: ['camel', 'snake'] },
  expiresIn: { doubt: 'Meaning of expiresIn', positions: ['lifetime', 'instant'] },
  categoryKey: {
    doubt: 'Spelling of the incident category',
    positions: ['incidentcategory', 'incidentCategory'],
  },
  classificationPlace: { doubt: 'Where calloutClassification stands', positions: ['callout', 'incident'] },
  positionKeys: { doubt: 'Keys of a nested position', positions: ['latitude', 'lat'] },
  cancelAnswer: { doubt: 'Shape of the callout that a cancellation returns', positions: ['flat', 'nested'] },
  closedAnswer: { doubt: 'The callout that comes with status 285', positions: ['enveloped', 'bare'] },
  emptyAnswers: { doubt: 'Whether an answer that only confirms has a body', positions: ['body', '204'] },
  customerKeys: { doubt: "Keys of a customer's name and mobile", positions: ['name', 'firstName'] },
  locationKey: {
    doubt: 'Where predefinedLocationId stands in a new callout',
    positions: ['beside', 'location'],
  },
  updateAndReturnPath: {
    doubt: 'Whether the path of update-and-return is the one that we assume',
    positions: ['assumed', 'another'],
  },
  subscriptionTypeKey: { doubt: "Key of a subscription type's name", positions: ['value', 'name'] },
  subscriptionTypeList: {
    doubt: 'Shape of the list of subscription types',
    positions: ['enveloped', 'bare', 'subscriptionTypeId'],
  },
  renewal: { doubt: 'Shape of a renewed subscription', positions: ['list', 'one'] },
  subscriptionStatus: { doubt: 'Whether a subscription has a status', positions: ['absent', 'present'] },
  dependantsKey: {
    doubt: 'Spelling of the dependants that are read',
    positions: ['dependents', 'dependants'],
  },
  dependantShape: { doubt: 'What one dependant looks like', positions: ['customerId', 'id', 'number'] },
  signupPage: { doubt: 'What the link to a hosted signup is worth', positions: ['good', 'foreign'] },
  signupSession: { doubt: 'Shape of a signup that is read', positions: ['newer', 'older'] },
  signupCustomer: {
    doubt: 'When a signup that is read names its customer',
    positions: ['at_once', 'after_a_minute'],
  },
  failedSignup: {
    doubt: 'What a signup leaves behind whose payment failed',
    positions: ['nobody', 'unsubscribed_customer'],
  },
  signupReturn: {
    doubt: 'What the return from a signup says',
    positions: ['all', 'nothing'],
  },
  subscriptionSession: {
    doubt: 'Whether a server token opens a session',
    positions: ['refused', 'answered'],
  },
  eventShape: { doubt: 'Where the words of an event stand', positions: ['event', 'message'] },
  eventKeys: { doubt: 'Key of the words inside event', positions: ['message', 'body', 'text', 'content'] },
  senderKey: {
    doubt: 'Key of the sender of an event',
    positions: ['source', 'sender', 'senderRole', 'role'],
  },
  senderPlace: { doubt: 'Whether the sender stands inside event', positions: ['inside', 'outside'] },
  reasonKey: { doubt: 'Key of the words of a reason for cancelling', positions: ['reason', 'description'] },
  givenReasonKey: {
    doubt: 'Key of the id of a reason that was given',
    positions: ['id', 'exceptionReasonId'],
  },
  mapAnswer: { doubt: 'Whether a map comes as an address or as the picture', positions: ['url', 'image'] },
  ratingAnswer: { doubt: 'Shape of a rating that was made', positions: ['object', 'number'] },
  retryAfter: { doubt: 'Whether 429 and 503 say when to come back', positions: ['absent', 'present'] },
  trackingUrl: {
    doubt: 'What the url of a new callout is worth',
    positions: ['good', 'absent', 'not_https', 'foreign'],
  },
  trackingFrame: { doubt: 'Whether the tracking page may be framed', positions: ['allowed', 'refused'] },
  dispatchEvent: {
    doubt: 'Which event tells of a dispatch (the last to older registrations only)',
    positions: [
      'RESPONDER_MANUALLY_DISPATCHED',
      'RESPONDER_ACKNOWLEDGED_CALLOUT',
      'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA',
    ],
  },
  deprecatedEvent: {
    doubt: 'Whether the deprecated event name may be registered',
    positions: ['refused', 'taken'],
  },
  simulatorWebhooks: { doubt: 'Whether the simulator causes webhooks', positions: ['off', 'on'] },
  webhookDelivery: {
    doubt: 'How webhooks arrive',
    positions: ['once', 'dropped', 'doubled', 'delayed', 'reordered'],
  },
  webhookLoopback: {
    doubt: 'Whether http on this machine may be registered',
    positions: ['refused', 'allowed'],
  },
  strictFields: { doubt: 'Whether unknown request fields are refused', positions: ['off', 'on'] },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof switches;
export type SwitchPositions = { [Name in SwitchName]: (typeof switches)[Name]['positions'][number] };

// Safe because the keys of `switches` are what SwitchName is made of.
export const switchNames = Object.keys(switches) as SwitchName[];

function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(switches, name);
}

/** Moves switches, all or none; answers with what was wrong. */
export function moveSwitches(positions: SwitchPositions, asked: Record<string, string>): string | null {
  for (const [name, position] of Object.entries(asked)) {
    const isKnown = isSwitch(name) && switches[name].positions.some((known) => known === position);
    if (!isKnown) return `There is no switch ${name} with a position ${position}.`;
  }
  Object.assign(positions, asked);
  return null;
}

// Safe because every name gets the first of its own positions.
export function defaultPositions(): SwitchPositions {
  return Object.fromEntries(
    switchNames.map((name) => [name, switches[name].positions[0]]),
  ) as SwitchPositions;
}
