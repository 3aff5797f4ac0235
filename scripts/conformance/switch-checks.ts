import assert from 'node:assert/strict';
import { createCalloutAtPlace } from '#lib/aura/callout-at-place.ts';
import type { SwitchName } from '#sandbox/control/switches.ts';
import { answerChecks } from './answer-checks.ts';
import { somewhere } from './bench.ts';
import { assertRefused, type SwitchCheck } from './exercise.ts';
import { signupChecks } from './signup-checks.ts';
import { webhookChecks } from './webhook-checks.ts';

const newCallout = { location: somewhere, responseTypeId: 1 };

/** Spelling switches: ids, texts and numbers must be parsed correctly. */
const readsWell: SwitchCheck = async (bench) => {
  const customerId = await bench.customer();
  const { customerId: readId } = await bench.client.readCustomer({ customerId });
  const made = await bench.client.createCallout({ customerId, ...newCallout });
  const read = await bench.client.readCallout({ calloutId: made.calloutId });
  const { callouts } = await bench.client.listActiveCallouts({});
  assert.deepEqual([readId, made.customerId, made.longitude], [customerId, customerId, somewhere.longitude]);
  assert.deepEqual([read.calloutId, callouts[0]?.calloutId], [made.calloutId, made.calloutId]);
  assert.equal(read.classification, 'REAL');
  assert.equal(read.incidents[0]?.category, 'Panic button');
  assert.equal(read.incidents[0]?.location?.latitude, somewhere.latitude);
};

/** Success status switches: the client accepts either. */
function succeedsWith(operation: 'createCustomer' | 'createCallout'): SwitchCheck {
  return async (bench, position) => {
    await bench.callout();
    assert.equal(bench.attemptsOf(operation).at(-1)?.status, Number(position));
  };
}

const subscriptionReads: SwitchCheck = async (bench) => {
  const customerId = await bench.customer({ subscribed: false });
  const dependantCustomerIds = [await bench.customer({ subscribed: false })];
  const made = await bench.client.createSubscription({
    customerId,
    subscriptionTypeId: 5,
    dependantCustomerIds,
  });
  const { subscriptionId } = made;
  const { subscriptions } = await bench.client.listCustomerSubscriptions({ customerId });
  const read = await bench.client.readSubscription({ subscriptionId });
  const renewed = await bench.client.renewSubscription({ subscriptionId, validTo: bench.year().validTo });
  assert.deepEqual(
    [subscriptions[0]?.subscriptionId, read.subscriptionId, renewed.subscriptionId],
    [subscriptionId, subscriptionId, subscriptionId],
  );
  assert.deepEqual(read.dependants, dependantCustomerIds);
};

const subscriptionTypesAreNamed: SwitchCheck = async ({ client }) => {
  const { subscriptionTypes } = await client.listSubscriptionTypes({});
  assert.deepEqual(subscriptionTypes[1], { id: 5, name: 'WEB_SIGNUP_FAMILY' });
};

const oneTokenServesTwoCalls: SwitchCheck = async (bench) => {
  await bench.client.listResponseTypes({});
  await bench.client.listSubscriptionTypes({});
  assert.equal(bench.attemptsOf('createToken').length, 1);
};

/** One per switch; a missing one does not compile. */
export const switchChecks: Record<SwitchName, SwitchCheck> = {
  ...webhookChecks,
  ...answerChecks,
  noSubscription: async (bench, position) => {
    const customerId = await bench.customer({ subscribed: false });
    await assertRefused(bench.client.createCallout({ customerId, ...newCallout }), Number(position));
  },
  testCallout: async (bench, position) => {
    const customerId = await bench.customer({ subscribed: false });
    const asking = bench.client.createCallout({ customerId, ...newCallout, calloutClassificationId: 2 });
    if (position === 'anyone') assert.equal((await asking).calloutClassificationId, 2);
    else await assertRefused(asking, 403);
  },
  legacyCallout: async (bench, position) => {
    const customerId = await bench.customer({ subscribed: false });
    const asking = bench.client.createLegacyCallout({ customerId, ...newCallout });
    if (position === 'anyone') assert.equal((await asking).customerId, customerId);
    else await assertRefused(asking, 403);
  },
  created: succeedsWith('createCustomer'),
  unknownResponseType: async (bench, position) => {
    const customerId = await bench.customer();
    const asking = bench.client.createCallout({ customerId, ...newCallout, responseTypeId: 99 });
    await assertRefused(asking, Number(position));
  },
  existingCallout: async (bench, position) => {
    const { customerId, calloutId } = await bench.callout();
    const again = await bench.client.createCallout({ customerId, ...newCallout });
    assert.equal(again.calloutId, calloutId);
    assert.equal(bench.attemptsOf('createCallout').at(-1)?.status, Number(position));
  },
  cancelledCallout: async (bench, position) => {
    const { customerId, calloutId } = await bench.callout();
    await bench.client.cancelCallout({ calloutId });
    const again = await bench.client.createCallout({ customerId, ...newCallout });
    assert.equal(again.calloutId === calloutId, position === 'stays_active');
  },
  afterClose: async (bench, position) => {
    const calloutId = await bench.closedCallout();
    const saying = bench.client.sendEvent({ calloutId, source: 'customer', event: 'Thank you' });
    if (position === '400') return assertRefused(saying, 400);
    const said = await saying;
    assert.equal(said.closed && said.callout?.calloutId, calloutId);
  },
  knownMobile: async (bench, position) => {
    const customer = { name: 'Jane', surname: 'Doe', mobile: bench.mobile() };
    await bench.client.createCustomer({ customer });
    await assertRefused(bench.client.createCustomer({ customer }), Number(position));
  },
  nameLetters: async (bench, position) => {
    const customer = { name: 'محمد', surname: 'علي', mobile: bench.mobile() };
    const making = bench.client.createCustomer({ customer });
    if (position === 'latin') await assertRefused(making, 400);
    else assert.equal((await making).name, customer.name);
  },
  customerUpdate: async (bench, position) => {
    const customerId = await bench.customer();
    await bench.client.updateCustomer({ customerId, customer: { allergies: 'nuts' } });
    await bench.client.updateCustomer({ customerId, customer: { medications: 'none' } });
    const read: Readonly<Record<string, unknown>> = await bench.client.readCustomer({ customerId });
    assert.equal(read.allergies, position === 'kept' ? 'nuts' : undefined);
  },
  mobileUpdate: async (bench, position) => {
    const customerId = await bench.customer();
    const { mobile: before } = await bench.client.readCustomer({ customerId });
    const mobile = bench.mobile();
    const updating = bench.client.updateCustomer({ customerId, customer: { mobile } });
    if (position === 'refused') await assertRefused(updating, 400);
    else await updating;
    const after = await bench.client.readCustomer({ customerId });
    assert.equal(after.mobile, position === 'changed' ? mobile : before);
  },
  emptyField: async (bench, position) => {
    const customerId = await bench.customer();
    await bench.client.updateCustomer({ customerId, customer: { allergies: 'nuts' } });
    await bench.client.updateCustomer({ customerId, customer: { allergies: '' } });
    const read: Readonly<Record<string, unknown>> = await bench.client.readCustomer({ customerId });
    assert.equal(read.allergies, position === 'emptied' ? '' : 'nuts');
  },
  wrongSafeCode: async (bench, position) => {
    const { calloutId } = await bench.callout();
    const cancelling = bench.client.cancelCallout({ calloutId, safeCode: 'x' });
    if (position === 'refused') await assertRefused(cancelling, 400);
    else assert.equal((await cancelling).closed, false);
    const callout = bench.sandbox.world.callouts[calloutId];
    assert.equal(callout?.cancelledAt, null);
    assert.notEqual(callout?.duressAt, null);
  },
  statusTexts: async (bench, position) => {
    const { calloutId } = await bench.callout();
    bench.step(calloutId, 'own', 'dispatch', 'arrive');
    const { status } = await bench.client.readCallout({ calloutId });
    const isDocumented = position === 'documented';
    assert.equal(status, isDocumented ? 'Responder Dispatched' : 'Sandbox: Responder Arrived');
  },
  closedRead: async (bench, position) => {
    const calloutId = await bench.closedCallout();
    const reading = bench.client.readCallout({ calloutId });
    if (position === '404') await assertRefused(reading, 404);
    else assert.equal((await reading).calloutId, calloutId);
  },
  nestedStatus: async (bench, position) => {
    const { status } = await bench.client.readCallout(await bench.callout());
    assert.equal(status, position === 'present' ? 'created' : null);
  },
  nestedUrl: async (bench, position) => {
    const read = await bench.client.readCallout(await bench.callout());
    assert.equal(read.urlProblem, position === 'present' ? null : 'missing');
  },
  customerIdKey: readsWell,
  calloutIdKey: readsWell,
  statusSpelling: async (bench) => {
    const { status } = await bench.client.readCallout(await bench.callout());
    assert.equal(status?.toLowerCase(), 'created');
    assert.deepEqual(bench.client.drift(), {});
  },
  numbers: readsWell,
  tokenKeys: oneTokenServesTwoCalls,
  expiresIn: oneTokenServesTwoCalls,
  categoryKey: readsWell,
  classificationPlace: readsWell,
  positionKeys: readsWell,
  cancelAnswer: async (bench) => {
    const { calloutId } = await bench.callout();
    const cancelled = await bench.client.cancelCallout({ calloutId });
    assert.deepEqual(
      [cancelled.callout?.calloutId, cancelled.callout?.status],
      [calloutId, 'Responder Cancelled'],
    );
  },
  closedAnswer: async (bench) => {
    const calloutId = await bench.closedCallout();
    const answer = await bench.client.updateLocation({ calloutId, ...somewhere });
    assert.equal(answer.closed && answer.callout?.calloutId, calloutId);
  },
  customerKeys: readsWell,
  graceCallout: async (bench, position) => {
    const customerId = await bench.customer({ subscribed: false });
    const asking = bench.client.createCallout({ customerId, ...newCallout });
    if (position === 'allowed') assert.equal((await asking).customerId, customerId);
    else await assertRefused(asking, 403);
  },
  firstCallout: async (bench, position) => {
    const customerId = await bench.customer();
    const request = { customerId, ...newCallout, calloutClassificationId: 1 };
    const made = await bench.client.createCallout(request);
    assert.equal(made.calloutClassificationId, position === 'test' ? 2 : 1);
  },
  locationKey: async (bench) => {
    const customerId = await bench.customer();
    const { predefinedLocationId } = await bench.client.createFixedLocation({
      ...{ customerId, externalReferenceId: 'site-1', locationIdentifier: 'site-1' },
      ...{ latitude: String(somewhere.latitude), longitude: String(somewhere.longitude) },
    });
    const request = { customerId, predefinedLocationId, responseTypeId: 1 };
    const made = await createCalloutAtPlace(bench.client, request, 5_000);
    assert.deepEqual(
      [made.customerId, made.predefinedLocationId],
      [customerId, String(predefinedLocationId)],
    );
  },
  updateAndReturnPath: async (bench, position) => {
    const { calloutId } = await bench.callout();
    const telling = bench.client.updateLocationAndRead({ calloutId, ...somewhere });
    if (position === 'assumed') assert.equal((await telling).callout?.calloutId, calloutId);
    else await assertRefused(telling, 404);
  },
  subscriptionTypeList: subscriptionTypesAreNamed,
  dependantShape: subscriptionReads,
  renewal: subscriptionReads,
  subscriptionStatus: subscriptionReads,
  dependantsKey: subscriptionReads,
  ...signupChecks,
  subscriptionTypeKey: subscriptionTypesAreNamed,
  subscriptionSession: async ({ client, sandbox }, position) => {
    const { accessToken: customerToken } = await client.createToken(sandbox.settings);
    const opening = client.createSubscriptionSession({ returnUrl: 'https://vigil.test/' }, { customerToken });
    if (position === 'answered') assert.ok((await opening).url);
    else await assertRefused(opening, 400);
  },
  ratingAnswer: async (bench) => {
    const calloutId = await bench.closedCallout();
    assert.ok((await bench.client.rateCallout({ calloutId, rating: 4 })).calloutRatingId);
  },
  retryAfter: async (bench, position) => {
    const { sandbox, url } = bench;
    const customerId = await bench.customer();
    sandbox.limitedReads = Array.from({ length: 50 }, () => sandbox.now());
    const { accessToken } = await bench.client.createToken(sandbox.settings);
    const headers = { authorization: `Bearer ${accessToken}` };
    const limited = await fetch(`${url}/panic-api/v2/customers/${customerId}/subscriptions`, { headers });
    assert.deepEqual([limited.status, limited.headers.has('retry-after')], [429, position === 'present']);
  },
  trackingUrl: async (bench, position) => {
    const customerId = await bench.customer();
    const made = await bench.client.createCallout({ customerId, ...newCallout });
    const problems: Record<string, string> = {
      absent: 'missing',
      not_https: 'not_https',
      foreign: 'host_not_allowed',
    };
    assert.equal(made.urlProblem, problems[position] ?? null);
    assert.equal(made.url === null, position !== 'good');
    assert.ok(made.calloutId > 0);
  },
  trackingFrame: async (bench, position) => {
    const customerId = await bench.customer();
    const { url } = await bench.client.createCallout({ customerId, ...newCallout });
    const page = await fetch(url ?? '');
    assert.equal(page.headers.has('x-frame-options'), position === 'refused');
  },
  strictFields: async ({ client, sandbox, url, mobile }, position) => {
    const { accessToken } = await client.createToken(sandbox.settings);
    const made = await fetch(`${url}/panic-api/v2/customers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ customer: { name: 'a', surname: 'b', mobile: mobile(), shoeSize: 43 } }),
    });
    assert.equal(made.status, position === 'on' ? 400 : 201);
  },
};
