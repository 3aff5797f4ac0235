// One switch per undocumented behaviour. The first position is the likelier one.
import { shapeSwitches } from './shapes.ts';
import { spellingSwitches } from './spellings.ts';
import type { Switch } from './switch.ts';

export const switches = {
  ...shapeSwitches,
  ...spellingSwitches,
  noSubscription: {
    doubt: 'Status of a callout without an active subscription',
    positions: ['403', '400'],
    of: ['createCallout'],
  },
  testCallout: {
    doubt: 'Whether a test callout needs a subscription',
    positions: ['entitled', 'anyone'],
    of: ['createCallout'],
  },
  graceCallout: {
    doubt: "Whether a customer's first callout passes without a subscription",
    positions: ['refused', 'allowed'],
    of: ['createCallout'],
  },
  firstCallout: {
    doubt: "Whether a new customer's first callout counts as a test",
    positions: ['as_asked', 'test'],
    of: ['createCallout'],
  },
  legacyCallout: {
    doubt: 'Whether the older way needs a subscription',
    positions: ['entitled', 'anyone'],
    of: ['createLegacyCallout'],
  },
  created: {
    doubt: 'Status of a successful creation',
    positions: ['201', '200'],
    of: ['createCustomer', 'createCallout'],
  },
  unknownResponseType: {
    doubt: 'Status of a callout of a response type that AURA does not offer',
    positions: ['400', '404', '409'],
    of: ['createCallout'],
  },
  existingCallout: {
    doubt: 'Status when the active callout is returned',
    positions: ['200', '201'],
    of: ['createCallout'],
  },
  cancelledCallout: {
    doubt: 'Whether a cancelled callout is still active',
    positions: ['stays_active', 'ends'],
    of: ['cancelCallout', 'createCallout', 'listActiveCallouts'],
  },
  afterClose: {
    doubt: 'What messages and cancellations answer after the close',
    positions: ['285', '400'],
    of: ['sendEvent', 'cancelCallout'],
  },
  knownMobile: {
    doubt: 'Status of a second customer with one mobile',
    positions: ['409', '400'],
    of: ['createCustomer'],
  },
  nameLetters: {
    doubt: 'Which letters a name may have',
    positions: ['any', 'latin'],
    of: ['createCustomer', 'updateCustomer'],
  },
  customerUpdate: {
    doubt: 'Whether keys that an update of a customer leaves out keep their values',
    positions: ['kept', 'removed'],
    of: ['updateCustomer'],
  },
  mobileUpdate: {
    doubt: 'Whether an update changes the mobile of a customer',
    positions: ['changed', 'refused', 'ignored'],
    of: ['updateCustomer'],
  },
  emptyField: {
    doubt: 'Whether an empty text empties a field of a customer',
    positions: ['emptied', 'ignored'],
    of: ['updateCustomer'],
  },
  wrongSafeCode: {
    doubt: 'What a wrong safe code answers',
    positions: ['refused', 'silent_duress'],
    of: ['cancelCallout'],
  },
  closedRead: {
    doubt: 'What reading a closed callout answers',
    positions: ['answered', '404'],
    of: ['readCallout'],
  },
  locationKey: {
    doubt: 'Where predefinedLocationId stands in a new callout',
    positions: ['beside', 'location'],
    of: ['createCallout'],
  },
  updateAndReturnPath: {
    doubt: 'Whether the path of update-and-return is the one that we assume',
    positions: ['assumed', 'another'],
    of: ['updateLocationAndRead'],
  },
  signupPage: {
    doubt: 'What the link to a hosted signup is worth',
    positions: ['good', 'foreign'],
    of: ['createSignupSession'],
  },
  signupSession: {
    doubt: 'Shape of a signup that is read',
    positions: ['newer', 'older'],
    of: ['readSignupSession'],
  },
  signupCustomer: {
    doubt: 'When a signup that is read names its customer',
    positions: ['at_once', 'after_a_minute'],
    of: ['readSignupSession'],
  },
  failedSignup: {
    doubt: 'What a signup leaves behind whose payment failed',
    positions: ['nobody', 'unsubscribed_customer'],
    of: ['readSignupSession'],
  },
  signupReturn: {
    doubt: 'What the return from a signup says',
    positions: ['all', 'nothing'],
    of: ['createSignupSession'],
  },
  subscriptionSession: {
    doubt: 'Whether a server token opens a session',
    positions: ['refused', 'answered'],
    of: ['createSubscriptionSession'],
  },
  retryAfter: {
    doubt: 'Whether 429 and 503 say when to come back',
    positions: ['absent', 'present'],
    of: ['listCustomerSubscriptions'],
  },
  trackingUrl: {
    doubt: 'What the url of a new callout is worth',
    positions: ['good', 'absent', 'not_https', 'foreign'],
    of: ['createCallout'],
  },
  trackingFrame: {
    doubt: 'Whether the tracking page may be framed',
    positions: ['allowed', 'refused'],
    of: ['createCallout'],
  },
  dispatchEvent: {
    doubt: 'Which event tells of a dispatch (the last to older registrations only)',
    positions: [
      'RESPONDER_MANUALLY_DISPATCHED',
      'RESPONDER_ACKNOWLEDGED_CALLOUT',
      'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA',
    ],
    of: ['registerWebhook'],
  },
  deprecatedEvent: {
    doubt: 'Whether the deprecated event name may be registered',
    positions: ['refused', 'taken'],
    of: ['registerWebhook'],
  },
  simulatorWebhooks: {
    doubt: 'Whether the simulator causes webhooks',
    positions: ['off', 'on'],
    of: ['registerWebhook'],
  },
  webhookDelivery: {
    doubt: 'How webhooks arrive',
    positions: ['once', 'dropped', 'doubled', 'delayed', 'reordered'],
    of: ['registerWebhook'],
  },
  webhookLoopback: {
    doubt: 'Whether http on this machine may be registered',
    positions: ['refused', 'allowed'],
    of: ['registerWebhook'],
  },
  strictFields: {
    doubt: 'Whether unknown request fields are refused',
    positions: ['off', 'on'],
    of: ['createCustomer', 'createCallout'],
  },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof switches;
export type SwitchPositions = { [Name in SwitchName]: (typeof switches)[Name]['positions'][number] };

// Safe because the keys of `switches` are what SwitchName is made of.
export const switchNames = Object.keys(switches) as SwitchName[];

function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(switches, name);
}

/** Sets switches, all or none; returns the problems. */
export function moveSwitches(positions: SwitchPositions, requested: Record<string, string>): string | null {
  for (const [name, position] of Object.entries(requested)) {
    const isKnown = isSwitch(name) && switches[name].positions.some((known) => known === position);
    if (!isKnown) return `There is no switch ${name} with a position ${position}.`;
  }
  Object.assign(positions, requested);
  return null;
}

// Safe because every name gets the first of its own positions.
export function defaultPositions(): SwitchPositions {
  return Object.fromEntries(
    switchNames.map((name) => [name, switches[name].positions[0]]),
  ) as SwitchPositions;
}
