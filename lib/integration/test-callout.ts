import 'server-only';
import { randomInt } from 'node:crypto';
import { allowsFraming } from '#lib/following/page/framing-model.ts';
import { type DoctorLine, type Failure, isReal } from '#lib/integration/aura.ts';
import { type Look, type Observation, type Skip, withDrift } from '#lib/integration/doctor-model.ts';
import {
  type Active,
  lookAtActiveCallouts,
  lookAtCallout,
  lookAtResponseTypes,
  lookAtSubscriptionTypes,
} from '#lib/integration/reading-steps.ts';
import { isAwaitingHelp } from '#lib/integration/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { readPageHeaders } from '#lib/platform/outgoing.ts';
import { isTrackingPage } from '#lib/upstream/aura-client.ts';

// The doctor's TEST callout, from customer to cleanup. Refused for a customer who may be waiting for help;
// existing data stays untouched (docs/decisions/0012-the-doctors-test-callout.md).

type Trial = {
  line: DoctorLine;
  look: Look;
  skip: Skip;
  hasDatabase: boolean;
  /** Null for a temporary customer, deleted at the end. */
  customerId: number | null;
};

type Known = {
  subscriptionTypeId?: number;
  responseTypeId?: number;
  active?: Active;
  ownCustomerId?: number;
  calloutId?: number;
  link?: { url: string | null; urlProblem: string | null };
  isReadAsReal?: boolean;
};

/** The example position of AURA's quickstart. */
const PLACE = { latitude: -26.12345, longitude: 28.12345, accuracy: 10 };
const DAY_MS = 86_400_000;
const PAGE_TIMEOUT_MS = 2_000;
const NUMBERS_TRIED = 3;

export async function runTestCallout(trial: Trial): Promise<void> {
  const { line, look, skip } = trial;
  const known: Known = {};
  await look('subscription_types', () =>
    lookAtSubscriptionTypes(line, (id) => {
      known.subscriptionTypeId = id;
    }),
  );
  const hasCustomer = await look('customer', () =>
    trial.customerId === null ? registerOwn(line, known) : lookAtNamed(line, trial.customerId),
  );
  await look('response_types', () =>
    lookAtResponseTypes(line, (id) => {
      known.responseTypeId = id;
    }),
  );
  await look('active_callouts', () =>
    lookAtActiveCallouts(line, (active) => {
      known.active = active;
    }),
  );
  if (hasCustomer) await look('test_callout', () => createTest(trial, known));
  else skip('test_callout', 'Not run: there is no customer to ask for.');
  await lookAfterIt(trial, known);
}

async function lookAfterIt({ line, look, skip }: Trial, known: Known): Promise<void> {
  const { calloutId, link, ownCustomerId } = known;
  if (link) await look('tracking_page', () => openPage(link));
  else skip('tracking_page', 'Not run: there is no TEST callout.');
  if (calloutId === undefined) skip('read_back', 'Not run: there is no TEST callout.');
  else await look('read_back', () => readTest(line, calloutId, known));
  if (calloutId === undefined) skip('cancel', 'Not run: there is no TEST callout.');
  else if (known.isReadAsReal) skip('cancel', 'Not run: AURA reads it as a real one.');
  else await look('cancel', () => cancelTest(line, calloutId));
  if (ownCustomerId === undefined) skip('forget_customer', 'Not run: no customer was registered.');
  else await look('forget_customer', () => forgetOwn(line, ownCustomerId));
}

/** UK numbers reserved for drama; they belong to nobody. */
const reservedMobile = () => `+447700900${String(randomInt(1_000)).padStart(3, '0')}`;

async function registerOwn(line: DoctorLine, known: Known): Promise<Observation> {
  const { subscriptionTypeId } = known;
  if (subscriptionTypeId === undefined)
    return { seen: 'No subscription type is known.', problem: 'nothing_listed' };
  const at = now();
  const period = { validFrom: at.toISOString(), validTo: new Date(at.getTime() + DAY_MS).toISOString() };
  for (let tried = 1; ; tried += 1) {
    const customer = { name: 'Vigil', surname: 'Doctor TEST', mobile: reservedMobile() };
    const answer = await line.register(customer, { subscriptionTypeId, ...period });
    if (answer.ok) {
      const { customerId } = answer.value;
      known.ownCustomerId = customerId;
      return withDrift(`Customer ${customerId} was registered, with a subscription for a day.`, answer.drift);
    }
    if (answer.failure.problem !== 'number_taken' || tried === NUMBERS_TRIED) return answer.failure;
  }
}

async function lookAtNamed(line: DoctorLine, customerId: number): Promise<Observation> {
  const answer = await line.isSubscribed(customerId);
  if (!answer.ok) {
    const isUnknown = answer.failure.problem === 'not_there';
    return isUnknown ? { ...answer.failure, problem: 'customer_unknown' } : answer.failure;
  }
  if (!answer.value) {
    return { seen: `Customer ${customerId} has no active subscription.`, problem: 'no_subscription' };
  }
  return withDrift(`Customer ${customerId} has an active subscription.`, answer.drift);
}

async function createTest(trial: Trial, known: Known): Promise<Observation> {
  const { responseTypeId, active, ownCustomerId } = known;
  const customerId = trial.customerId ?? ownCustomerId;
  if (customerId === undefined || responseTypeId === undefined || !active) {
    return { seen: 'Nothing was sent: the lists above are needed for it.', problem: 'busy_unknown' };
  }
  if (trial.customerId !== null) {
    const busy = await whyBusy(trial.customerId, active, trial.hasDatabase);
    if (busy) return busy;
  }
  const answer = await trial.line.createTest(customerId, responseTypeId, PLACE);
  if (!answer.ok) return lostTest(trial.line, answer.failure, customerId, active, known);
  const { calloutId, url, urlProblem } = answer.value;
  if (active.some((one) => one.calloutId === calloutId) || isReal(answer.value)) {
    return { seen: `AURA gave back callout ${calloutId}, which is not ours.`, problem: 'existing_callout' };
  }
  Object.assign(known, { calloutId, link: { url, urlProblem } });
  return withDrift(`TEST callout ${calloutId}, status “${answer.value.status ?? 'none'}”.`, answer.drift);
}

/** Why the customer is busy; null when nothing is open. */
async function whyBusy(
  customerId: number,
  active: Active,
  hasDatabase: boolean,
): Promise<Observation | null> {
  const open = active.find((one) => one.customerId === customerId);
  if (open) return { seen: `Callout ${open.calloutId} of theirs is active.`, problem: 'customer_busy' };
  if (active.some((one) => one.customerId === null)) {
    return { seen: 'AURA does not say whose the active callouts are.', problem: 'busy_unknown' };
  }
  if (hasDatabase && (await isAwaitingHelp(customerId, now()))) {
    return { seen: 'A press or callout of theirs is open here.', problem: 'customer_busy' };
  }
  return null;
}

/** Unknown outcome: looks in AURA's list for the callout. */
async function lostTest(
  line: DoctorLine,
  { problem, seen, mayExist }: Failure,
  customerId: number,
  before: Active,
  known: Known,
): Promise<Observation> {
  if (!mayExist) return { problem, seen };
  const answer = await line.activeCallouts();
  if (!answer.ok) return { problem: 'maybe_created', seen };
  const earlier = new Set(before.map(({ calloutId }) => calloutId));
  const made = answer.value.callouts.find(
    (one) => one.customerId === customerId && !earlier.has(one.calloutId) && isReal(one) !== true,
  );
  if (made) known.calloutId = made.calloutId;
  return { problem, seen: made ? `${seen} It was made all the same: callout ${made.calloutId}.` : seen };
}

async function openPage({ url, urlProblem }: NonNullable<Known['link']>): Promise<Observation> {
  if (urlProblem === 'missing') return { seen: 'AURA sent no tracking link.', problem: 'link_missing' };
  if (url === null) {
    const why = urlProblem === 'not_https' ? 'is not https' : 'leads to a host that is not in TRACKING_HOSTS';
    return { seen: `The tracking link ${why}.`, problem: 'link_refused' };
  }
  const page = await readPageHeaders(url, { timeoutMs: PAGE_TIMEOUT_MS, mayFollow: isTrackingPage });
  const { host } = new URL(url);
  if (!page) return { seen: `${host} did not show the page.`, problem: 'page_silent' };
  if (allowsFraming(page.headers, page.url, new URL(env.APP_URL).origin)) {
    return { seen: `${host} shows it, and it may be framed.` };
  }
  const seen = `${host} shows it, and refuses to be framed by ${env.APP_URL}.`;
  if (env.TRACKING_MODE === 'redirect')
    return { seen: `${seen} TRACKING_MODE is redirect, so that is fine.` };
  return { seen, problem: env.TRACKING_MODE === 'embed' ? 'frame_empty' : 'frame_refused' };
}

async function readTest(line: DoctorLine, calloutId: number, known: Known): Promise<Observation> {
  const observation = await lookAtCallout(line, calloutId, ({ classification }) => {
    known.isReadAsReal = isReal({ classification }) === true;
  });
  return known.isReadAsReal ? { ...observation, problem: 'read_as_real' } : observation;
}

async function cancelTest(line: DoctorLine, calloutId: number): Promise<Observation> {
  const answer = await line.cancel(calloutId);
  if (!answer.ok) return { ...answer.failure, problem: 'left_open' };
  const words = answer.value.callout?.status;
  return withDrift(`Callout ${calloutId} is cancelled${words ? `: “${words}”` : ''}.`, answer.drift);
}

async function forgetOwn(line: DoctorLine, customerId: number): Promise<Observation> {
  const answer = await line.forget(customerId);
  if (answer.ok) return withDrift(`Customer ${customerId} is deleted.`, answer.drift);
  return { seen: `Customer ${customerId}: ${answer.failure.seen}`, problem: 'left_behind' };
}
