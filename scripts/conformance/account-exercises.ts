import assert from 'node:assert/strict';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import type { Bench } from './bench.ts';
import type { CalloutOperation } from './callout-exercises.ts';
import { assertRefused, type Exercises } from './exercise.ts';

/** Everything but callouts. */
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
  createSubscriptionSession: async ({ client, sandbox }) => {
    return async (options) => {
      const opening = client.createSubscriptionSession({ returnUrl: 'https://vigil.test/back' }, options);
      if (sandbox.world.switches.subscriptionSession === 'answered') {
        assert.ok((await opening).url.includes('/hosted/subscription'));
      } else {
        await assertRefused(opening, 400);
      }
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
      assert.deepEqual([read.subscriptionId, read.dependants.length], [subscription.subscriptionId, 1]);
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
  registerWebhook: async ({ client }) => {
    // Nothing listens there, so that nothing is delivered anywhere.
    const url = 'https://127.0.0.1:1/webhooks';
    return async (options) => {
      const made = await client.registerWebhook({ url, events: ['NEW_CALLOUT', 'CALLOUT_CLOSED'] }, options);
      assert.deepEqual(made.registrations, [{ url, events: ['NEW_CALLOUT', 'CALLOUT_CLOSED'] }]);
    };
  },
};

async function familySubscription(bench: Bench): Promise<{ subscriptionId: number }> {
  const customerId = await bench.customer({ subscribed: false });
  const dependant = await bench.customer({ subscribed: false });
  const request = { customerId, subscriptionTypeId: 5, dependantCustomerIds: [dependant] };
  const { subscriptionId } = await bench.client.createSubscription(request);
  return { subscriptionId };
}
