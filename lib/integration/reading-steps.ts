import 'server-only';
import type { DoctorLine } from '#lib/integration/aura.ts';
import { type Observation, withDrift } from '#lib/integration/doctor-model.ts';
import { CLOCK_DIFFERS_MS, CLOCK_FAR_OFF_MS, certainSkewMs, skewText } from '#lib/integration/model.ts';
import { HTTP_GRAIN_MS, skewFrom } from '#lib/platform/clock-skew.ts';
import { env } from '#lib/platform/env.ts';

// Read-only doctor steps. `onRead` gets what later steps need.

const IDS_SHOWN = 20;

type OnRead<Value> = (value: Value) => void;

export type Active = Extract<
  Awaited<ReturnType<DoctorLine['activeCallouts']>>,
  { ok: true }
>['value']['callouts'];

export async function lookAtToken(line: DoctorLine): Promise<Observation> {
  const answer = await line.authenticate();
  if (!answer.ok) return answer.failure;
  const { host } = new URL(env.AURA_BASE_URL);
  const until = answer.value.expiresAt.toISOString();
  return withDrift(`${host} gave a token that lasts until ${until}.`, answer.drift);
}

export async function lookAtSubscriptionTypes(
  line: DoctorLine,
  onRead: OnRead<number>,
): Promise<Observation> {
  const answer = await line.subscriptionTypes();
  if (!answer.ok) return answer.failure;
  const ids = answer.value.subscriptionTypes.map(({ id }) => id);
  return choiceOf('AURA_SUBSCRIPTION_TYPE_ID', ids, env.AURA_SUBSCRIPTION_TYPE_ID, answer.drift, onRead);
}

export async function lookAtResponseTypes(line: DoctorLine, onRead: OnRead<number>): Promise<Observation> {
  const answer = await line.responseTypes();
  if (!answer.ok) return answer.failure;
  const ids = answer.value.responseTypes.map(({ id }) => id);
  return choiceOf('AURA_RESPONSE_TYPE_ID', ids, env.AURA_RESPONSE_TYPE_ID, answer.drift, onRead);
}

function choiceOf(
  variable: string,
  ids: readonly number[],
  configured: number | undefined,
  drift: readonly string[],
  onRead: OnRead<number>,
): Observation {
  const [first] = ids;
  if (first === undefined) return { seen: 'The list is empty.', problem: 'nothing_listed' };
  const all = `AURA lists ${ids.slice(0, IDS_SHOWN).join(', ')}`;
  if (configured !== undefined && !ids.includes(configured)) {
    return { seen: `${all}; ${variable} is ${configured}.`, problem: 'setting_not_listed' };
  }
  onRead(configured ?? first);
  return withDrift(`${all}; ${configured === undefined ? 'the first' : configured} is used.`, drift);
}

export async function lookAtActiveCallouts(line: DoctorLine, onRead: OnRead<Active>): Promise<Observation> {
  const answer = await line.activeCallouts();
  if (!answer.ok) return answer.failure;
  const { callouts } = answer.value;
  onRead(callouts);
  const seen = callouts.length === 1 ? '1 callout is active.' : `${callouts.length} callouts are active.`;
  return withDrift(seen, answer.drift);
}

export async function lookAtCallout(
  line: DoctorLine,
  calloutId: number,
  onRead: OnRead<{ classification: string | null }>,
): Promise<Observation> {
  const answer = await line.read(calloutId);
  if (!answer.ok) return answer.failure;
  const { status, classification, incidents } = answer.value;
  onRead({ classification });
  const facts = `status “${status ?? 'none'}”, classification ${classification ?? 'none'}`;
  if (incidents.length === 0) {
    return { seen: `Callout ${calloutId}: ${facts}, but no incidentInformation.`, problem: 'drift' };
  }
  return withDrift(
    `Callout ${calloutId} came nested: ${facts}, incidents: ${incidents.length}.`,
    answer.drift,
  );
}

/** AURA's clock, from earlier responses. */
export async function lookAtClock({ readings }: DoctorLine): Promise<Observation> {
  const skew = skewFrom(readings, HTTP_GRAIN_MS);
  if (!skew) return { seen: 'No answer said what time it is.' };
  const seen = `AURA’s clock is ${skewText(skew)}, by its ${readings.length === 1 ? 'answer' : `${readings.length} answers`}.`;
  const certain = certainSkewMs(skew);
  if (certain > CLOCK_FAR_OFF_MS) return { seen, problem: 'clock_far_off' };
  return certain > CLOCK_DIFFERS_MS ? { seen, problem: 'clock_differs' } : { seen };
}
