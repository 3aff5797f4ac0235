// Facts about AURA beyond the contract's rows, with their evidence. Referenced by docs/aura-sentences.md and
// docs/aura.md.
import type { Evidence } from './operation.ts';
import type { OperationId } from './operations.ts';

type Fact = {
  fact: string;
  evidence: Evidence;
  source: string;
  rows: readonly OperationId[];
  /** Switches of the sandbox for a doubtful fact. */
  doubtedBy?: readonly string[];
};

const lifecycle = 'overview/core-concepts/callout-lifecycle';
const webhooks = 'overview/core-concepts/webhooks';
const subscriptionRules = 'overview/core-concepts/subscriptions, people-protect/subscription-management';

export const facts = {
  'control-room': {
    fact: 'AURA’s control room takes a callout, dispatches, tracks and closes it; an integrator cannot close one.',
    ...{ evidence: 'G2', source: lifecycle, rows: ['readCallout'] },
  },
  'kinds-of-help': {
    fact: 'The response types are security and medical; no page calls responders armed.',
    ...{ evidence: '3P', source: 'public code; G2 shows SECURITY alone', rows: ['listResponseTypes'] },
    doubtedBy: ['unknownResponseType'],
  },
  'returns-existing': {
    fact: 'A customer with an active callout gets it back instead of a second one.',
    ...{ evidence: 'G2', source: 'people-protect/quickstart', rows: ['createCallout'] },
    doubtedBy: ['existingCallout'],
  },
  'needs-subscription': {
    fact: 'A live callout needs an active subscription; without one it is refused.',
    ...{ evidence: 'G2', source: `people-protect/quickstart, ${subscriptionRules}`, rows: ['createCallout'] },
    doubtedBy: ['noSubscription', 'testCallout', 'legacyCallout', 'graceCallout'],
  },
  'needs-place': {
    fact: 'A new callout needs a position, or a place that AURA keeps.',
    ...{ evidence: 'G2', source: 'api-reference/callouts/create-customer-callout', rows: ['createCallout'] },
    doubtedBy: ['locationKey'],
  },
  'tracking-page': {
    fact: 'A created callout always has the link of a hosted page on which the response is followed.',
    ...{ evidence: 'G2', source: 'people-protect/quickstart', rows: ['createCallout'] },
    doubtedBy: ['trackingUrl', 'trackingFrame', 'nestedUrl'],
  },
  'status-free-text': {
    fact: 'The status of a callout is free text in mixed case; its list is cut off on the page that shows it.',
    ...{ evidence: 'G1', source: 'panic-api-reference/callouts/list-active-callouts', rows: ['readCallout'] },
    doubtedBy: ['statusTexts', 'statusSpelling', 'nestedStatus'],
  },
  'closed-285': {
    fact: 'After the close a position is answered with status 285, and the callout with it.',
    ...{ evidence: 'G2', source: lifecycle, rows: ['updateLocation', 'updateLocationAndRead'] },
    doubtedBy: ['afterClose', 'closedAnswer', 'closedRead'],
  },
  'position-kept-current': {
    fact: 'The integrator keeps the position current; 5 to 20 s between reads is suggested.',
    ...{ evidence: 'G2', source: lifecycle, rows: ['updateLocation', 'readCallout'] },
    doubtedBy: ['updateAndReturnPath'],
  },
  'safe-code': {
    fact: 'The last four digits of the registered mobile show that the customer cancels; the answer to a wrong code is not known.',
    ...{ evidence: 'G2', source: 'api-reference/callouts/cancel-callout', rows: ['cancelCallout'] },
    doubtedBy: ['wrongSafeCode'],
  },
  'cancel-without-code': {
    fact: 'Without a code a cancellation is the integrator’s own, and unconditional.',
    ...{ evidence: 'G2', source: 'api-reference/callouts/cancel-callout', rows: ['cancelCallout'] },
    doubtedBy: ['cancelledCallout', 'cancelAnswer'],
  },
  'cancel-reasons': {
    fact: 'AURA lists the reasons that may be given for cancelling.',
    ...{
      evidence: 'G1',
      source: 'panic-api-reference/callouts/list-callout-exception-reasons',
      rows: ['listExceptionReasons'],
    },
    doubtedBy: ['reasonKey', 'givenReasonKey'],
  },
  messages: {
    fact: 'A callout has a stream of messages between customer and control room, sent with the one source customer.',
    ...{ evidence: 'G2', source: 'api-reference/callout-events', rows: ['listEvents', 'sendEvent'] },
    doubtedBy: ['eventShape', 'eventKeys', 'senderKey', 'senderPlace'],
  },
  'after-the-close': {
    fact: 'Map, report and rating come after the close.',
    ...{
      evidence: 'G2',
      source: 'panic-api-reference/callouts',
      rows: ['readMap', 'readResolutionReport', 'rateCallout'],
    },
    doubtedBy: ['mapAnswer', 'ratingAnswer'],
  },
  'rating-contact': {
    fact: 'A rating says whether the customer may be contacted about it.',
    ...{ evidence: 'G2', source: 'api-reference/callout-ratings', rows: ['rateCallout'] },
  },
  'mobile-is-unique': {
    fact: 'The mobile is a customer’s unique identifier; a second customer with it is refused.',
    ...{
      evidence: 'G2',
      source: 'people-protect/customer-registration, overview/core-concepts/customers',
      rows: ['createCustomer'],
    },
    doubtedBy: ['knownMobile'],
  },
  'mobile-update': {
    fact: 'A customer’s profile is changed by PUT /customers; that its mobile may be changed by it is in no page.',
    ...{ evidence: 'G2', source: 'api-reference/customers/update-customer', rows: ['updateCustomer'] },
    doubtedBy: ['mobileUpdate'],
  },
  'name-letters': {
    fact: 'A customer has a name and a surname; which letters they may have is in no page, and there is no field for how to say them.',
    ...{ evidence: 'G2', source: 'api-reference/customers', rows: ['createCustomer', 'updateCustomer'] },
    doubtedBy: ['nameLetters'],
  },
  'soft-delete': {
    fact: 'A customer is soft-deleted; what AURA keeps of them is in no page.',
    ...{ evidence: 'G2', source: 'api-reference/customers', rows: ['deleteCustomer'] },
  },
  'subscription-rules': {
    fact: 'A subscription is active inside its dates and while it is not cancelled; one that ended is not revived; dependants that are given replace the whole set.',
    ...{ evidence: 'G2', source: subscriptionRules, rows: ['renewSubscription', 'cancelSubscription'] },
    doubtedBy: ['subscriptionStatus', 'dependantsKey', 'dependantShape', 'renewal'],
  },
  'subscription-page': {
    fact: 'The page where a customer manages a subscription needs the customer’s own token; a server’s is answered 400.',
    ...{ evidence: 'G2', source: 'api-reference/subscription-sessions', rows: ['createSubscriptionSession'] },
    doubtedBy: ['subscriptionSession'],
  },
  'customer-token': {
    fact: 'A customer’s own token is a JWT with customerId and sub, and AURA takes it as a bearer.',
    ...{
      evidence: 'G2',
      source: 'white-label/integrations/payment-gateway',
      rows: ['createSubscriptionSession'],
    },
  },
  'hosted-signup': {
    fact: 'AURA’s hosted page signs somebody up and takes the payment; reading the session is the source of truth about it.',
    ...{
      evidence: 'G2',
      source: 'overview/embedded-flows/customer-signup',
      rows: ['createSignupSession', 'readSignupSession'],
    },
    doubtedBy: ['signupPage', 'signupSession', 'signupCustomer', 'failedSignup'],
  },
  'signup-return': {
    fact: 'The return from a signup has status and signupSessionId, error_code when it failed, customerId when one was made.',
    ...{ evidence: 'G1', source: 'guides/aura-hosted/customer-signup', rows: ['createSignupSession'] },
    doubtedBy: ['signupReturn'],
  },
  'server-token': {
    fact: 'Every call but the token’s needs a bearer; client id and secret are those of one environment.',
    ...{ evidence: 'G2', source: 'overview/core-concepts/authentication', rows: ['createToken'] },
    doubtedBy: ['tokenKeys', 'expiresIn'],
  },
  portal: {
    fact: 'Credentials are shown in AURA’s portal, which on staging has the Responder Simulator.',
    ...{ evidence: 'G2', source: 'people-protect/quickstart; the credentials by a legacy page', rows: [] },
  },
  'staging-stays-open': {
    fact: 'A callout on staging is never closed by itself; the Responder Simulator steps it to its end.',
    ...{ evidence: 'G2', source: 'people-protect/quickstart', rows: ['readCallout'] },
  },
  'simulator-is-silent': {
    fact: 'The Responder Simulator sends no webhook events.',
    ...{
      evidence: 'G2',
      source: 'people-protect/quickstart, property-protect/quickstart',
      rows: ['registerWebhook'],
    },
    doubtedBy: ['simulatorWebhooks'],
  },
  'one-address': {
    fact: 'Deliveries go to one https address for each customer source, with the headers that were registered; a new registration replaces the old.',
    ...{ evidence: 'G2', source: webhooks, rows: ['registerWebhook'] },
    doubtedBy: ['webhookLoopback', 'webhookDelivery'],
  },
  'event-names': {
    fact: 'Events have documented names; a name outside the list is refused with 400, and the older acknowledgement works for existing registrations only.',
    ...{ evidence: 'G2', source: webhooks, rows: ['registerWebhook'] },
    doubtedBy: ['deprecatedEvent', 'dispatchEvent'],
  },
  'no-signature-no-key': {
    fact: 'No page names a signature of deliveries, an idempotency key, a lookup by mobile, or limits beside that of the subscriptions’ list.',
    ...{ evidence: 'G2', source: `${webhooks}, errors-status-codes; by their silence`, rows: [] },
    doubtedBy: ['retryAfter'],
  },
  coverage: {
    fact: 'For each response type AURA gives the covered area as a KML document; the test of a point is the integrator’s.',
    ...{ evidence: 'G2', source: 'overview/core-concepts/coverage', rows: ['readCoverage'] },
  },
  'test-callouts': {
    fact: 'Classification 1 is REAL and 2 is TEST; a 3 is shown without a meaning.',
    ...{ evidence: '3P', source: 'public code, a captured webhook', rows: ['createCallout', 'readCallout'] },
    doubtedBy: ['firstCallout', 'classificationPlace'],
  },
} as const satisfies Record<string, Fact>;

export type FactId = keyof typeof facts;

// Safe because FactId is made of these keys.
export const factIds = Object.keys(facts) as FactId[];

/** Other evidence for a sentence: it describes Vigil, or AURA's latest answer. */
export const otherEvidence = {
  vigil: 'Says what Vigil does, has or asks for.',
  answer: 'Says what AURA answered or did not, and stands there only then.',
  unknown: 'Says that something of AURA is not known, or is a measure against that.',
} as const;

/** Undocumented keys in the sandbox's answers. */
export const inventions: readonly { key: string; where: OperationId; why: string }[] = [
  {
    key: 'event.message',
    where: 'listEvents',
    why: 'the pages say that event holds the words, not under which key',
  },
  { key: 'event.source', where: 'listEvents', why: 'the pages say that event holds the role of the sender' },
  { key: 'calloutEventType.value', where: 'listEvents', why: 'the pages call it an object' },
  { key: 'calloutEventTags[].value', where: 'listEvents', why: 'the pages call them objects' },
  {
    key: 'enabledLocations.fixed, .personal',
    where: 'listResponseTypes',
    why: 'the pages say that it holds flags',
  },
  { key: 'sandbox…', where: 'readCallout', why: 'the names of the dispatch detail were never seen' },
  { key: 'sandbox…', where: 'readResolutionReport', why: 'no key of the report was ever seen' },
  { key: 'status “Sandbox: …”', where: 'readCallout', why: 'the list of status texts is cut off' },
];
