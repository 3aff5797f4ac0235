import assert from 'node:assert/strict';
import { readCustomerToken } from '#lib/aura/contract/customer-token.ts';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import { issueCustomerToken } from '#sandbox/api/oauth.ts';
import { type Bench, somewhere } from './bench.ts';
import type { CalloutOperation } from './callout-exercises.ts';
import type { Exercises } from './exercise.ts';

/** All operations except callouts. */
export const accountExercises: Exercises<Exclude<OperationId, CalloutOperation>> = {
  createToken: async ({ client, sandbox }) => {
    const { clientId, clientSecret } = sandbox.settings;
    return async (options) => {
      const token = await client.createToken({ clientId, clientSecret }, options);
      assert.ok(token.accessToken.length > 20 && token.expiresIn > 0);
    };
  },
  createCalloutToken: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const token = await bench.client.createCalloutToken({ customerId }, options);
      assert.ok(token.accessToken.length > 20);
    };
  },
  createCustomer: async ({ client, mobile, year }) => {
    const customer = { name: 'Ann', surname: 'Other', mobile: mobile() };
    const subscription = { subscriptionTypeId: 5, ...year() };
    return async (options) => {
      const made = await client.createCustomer({ customer, subscription }, options);
      assert.ok(made.customerId > 0);
      assert.equal(made.mobile, customer.mobile);
    };
  },
  readCustomer: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const read = await bench.client.readCustomer({ customerId }, options);
      assert.deepEqual([read.customerId, read.name], [customerId, 'Jane']);
    };
  },
  updateCustomer: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const customer = { surname: 'Moved' };
      const updated = await bench.client.updateCustomer({ customerId, customer }, options);
      assert.deepEqual([updated.customerId, updated.name, updated.surname], [customerId, 'Jane', 'Moved']);
    };
  },
  deleteCustomer: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      await bench.client.deleteCustomer({ customerId }, options);
    };
  },
  createSignupSession: async ({ client }) => {
    return async (options) => {
      const session = await client.createSignupSession({ returnUrl: 'https://vigil.test/back' }, options);
      assert.ok(session.url.includes('/hosted/signup'));
    };
  },
  readSignupSession: async ({ client }) => {
    const { sessionId } = await client.createSignupSession({
      returnUrl: 'https://vigil.test/back',
      customerReferenceId: 'ours-1',
    });
    return async (options) => {
      const session = await client.readSignupSession({ sessionId }, options);
      assert.deepEqual([session.sessionId, session.customerReferenceId], [sessionId, 'ours-1']);
    };
  },
  createSubscriptionSession: async (bench) => {
    const customerToken = issueCustomerToken(bench.sandbox, await bench.customer());
    assert.ok(readCustomerToken(customerToken)?.customerId);
    const request = { returnUrl: 'https://vigil.test/back', configuration: 'portal-1' };
    return async (options) => {
      const { url } = await bench.client.createSubscriptionSession(request, { ...options, customerToken });
      assert.ok(url.includes('/hosted/subscription'));
    };
  },
  listSubscriptionTypes: async ({ client }) => {
    return async (options) => {
      const { subscriptionTypes } = await client.listSubscriptionTypes({}, options);
      assert.deepEqual(subscriptionTypes[0], { id: 4, name: 'WEB_SIGNUP_SINGLE' });
    };
  },
  createSubscription: async (bench) => {
    const customerId = await bench.customer({ subscribed: false });
    return async (options) => {
      const made = await bench.client.createSubscription({ customerId, subscriptionTypeId: 4 }, options);
      assert.deepEqual([made.customerId, made.cancelledAt], [customerId, null]);
    };
  },
  listCustomerSubscriptions: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const { subscriptions } = await bench.client.listCustomerSubscriptions({ customerId }, options);
      assert.deepEqual(
        subscriptions.map((one) => one.customerId),
        [customerId],
      );
    };
  },
  readSubscription: async (bench) => {
    const subscription = await familySubscription(bench);
    return async (options) => {
      const read = await bench.client.readSubscription(subscription, options);
      assert.deepEqual([read.subscriptionId, read.dependants?.length], [subscription.subscriptionId, 1]);
    };
  },
  renewSubscription: async (bench) => {
    const subscription = await familySubscription(bench);
    const { validTo } = bench.year();
    return async (options) => {
      const renewed = await bench.client.renewSubscription({ ...subscription, validTo }, options);
      assert.deepEqual([renewed.subscriptionId, renewed.validTo], [subscription.subscriptionId, validTo]);
    };
  },
  cancelSubscription: async (bench) => {
    const { subscriptionId } = await familySubscription(bench);
    return async (options) => {
      await bench.client.cancelSubscription({ subscriptionId, reason: 'Moved away' }, options);
      const { cancelledAt } = await bench.client.readSubscription({ subscriptionId });
      assert.notEqual(cancelledAt, null);
    };
  },
  listResponseTypes: async ({ client }) => {
    return async (options) => {
      const { responseTypes } = await client.listResponseTypes({}, options);
      assert.deepEqual(
        responseTypes.map((type) => type.value),
        ['SECURITY', 'MEDICAL'],
      );
    };
  },
  readCoverage: async ({ client }) => {
    return async (options) => {
      assert.ok((await client.readCoverage({ responseTypeId: 1 }, options)).kml.includes('<coordinates>'));
    };
  },
  createFixedLocation: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const made = await bench.client.createFixedLocation({ ...place, customerId }, options);
      assert.deepEqual([made.customerId, made.externalReferenceId], [customerId, place.externalReferenceId]);
    };
  },
  listFixedLocations: async (bench) => {
    const { predefinedLocationId } = await fixedLocation(bench);
    return async (options) => {
      const { predefinedLocations } = await bench.client.listFixedLocations({}, options);
      assert.deepEqual(
        predefinedLocations.map((one) => one.predefinedLocationId),
        [predefinedLocationId],
      );
    };
  },
  readFixedLocation: async (bench) => {
    const { predefinedLocationId } = await fixedLocation(bench);
    return async (options) => {
      const read = await bench.client.readFixedLocation({ predefinedLocationId }, options);
      assert.deepEqual(
        [read.predefinedLocationId, read.latitude],
        [predefinedLocationId, somewhere.latitude],
      );
    };
  },
  updateFixedLocation: async (bench) => {
    const { predefinedLocationId } = await fixedLocation(bench);
    return async (options) => {
      const changed = { predefinedLocationId, locationDescription: 'Gate house' };
      assert.equal((await bench.client.updateFixedLocation(changed, options)).description, 'Gate house');
    };
  },
  deleteFixedLocation: async (bench) => {
    const { predefinedLocationId } = await fixedLocation(bench);
    return async (options) => {
      await bench.client.deleteFixedLocation({ predefinedLocationId }, options);
    };
  },
  createFixedLocationCallout: async (bench) => {
    const { customerId, predefinedLocationId, externalReferenceId } = await fixedLocation(bench);
    assert.ok(predefinedLocationId && externalReferenceId);
    return async (options) => {
      const made = await bench.client.createFixedLocationCallout({ externalReferenceId }, options);
      assert.deepEqual([made.customerId, made.latitude], [customerId, somewhere.latitude]);
    };
  },
  registerDevice: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const made = await bench.client.registerDevice({ customerId, ...device }, options);
      assert.equal(made.customerId, customerId);
    };
  },
  sendDeviceEvent: async (bench) => {
    const { deviceId } = await bench.client.registerDevice({ customerId: await bench.customer(), ...device });
    assert.ok(deviceId);
    const request = { device_id: deviceId, device_type_id: 1, message_type: 'panic', location: here };
    return async (options) => {
      const { events, calloutId } = await bench.client.sendDeviceEvent(request, options);
      assert.deepEqual(
        [events, String(calloutId)],
        [['NEW_CALLOUT'], Object.keys(bench.sandbox.world.callouts)[0]],
      );
    };
  },
  registerWebhook: async ({ client }) => {
    // Nothing listens there.
    const url = 'https://127.0.0.1:1/webhooks';
    return async (options) => {
      const made = await client.registerWebhook({ url, events: ['NEW_CALLOUT', 'CALLOUT_CLOSED'] }, options);
      assert.deepEqual(made.registrations, [{ url, events: ['NEW_CALLOUT', 'CALLOUT_CLOSED'] }]);
    };
  },
};

const here = { latitude: somewhere.latitude, longitude: somewhere.longitude };
const device = { deviceSerial: '0001', deviceSupplier: 'Example' };
const place = {
  externalReferenceId: 'site-1',
  locationIdentifier: 'site-1',
  latitude: String(somewhere.latitude),
  longitude: String(somewhere.longitude),
};

async function fixedLocation(bench: Bench) {
  return bench.client.createFixedLocation({ ...place, customerId: await bench.customer() });
}

async function familySubscription(bench: Bench): Promise<{ subscriptionId: number }> {
  const customerId = await bench.customer({ subscribed: false });
  const dependant = await bench.customer({ subscribed: false });
  const request = { customerId, subscriptionTypeId: 5, dependantCustomerIds: [dependant] };
  const { subscriptionId } = await bench.client.createSubscription(request);
  return { subscriptionId };
}
