import assert from 'node:assert/strict';
import { somewhere } from './bench.ts';
import type { Exercises } from './exercise.ts';

export type CalloutOperation =
  | 'createCallout'
  | 'createLegacyCallout'
  | 'listActiveCallouts'
  | 'listCustomerCallouts'
  | 'readCallout'
  | 'updateLocation'
  | 'updateLocationAndRead'
  | 'listEvents'
  | 'sendEvent'
  | 'cancelCallout'
  | 'dismissCallout'
  | 'listExceptionReasons'
  | 'giveExceptionReason'
  | 'readMap'
  | 'readResolutionReport'
  | 'rateCallout'
  | 'rateItem'
  | 'listRatingItems';

/** Callout operations, from creation to rating. */
export const calloutExercises: Exercises<CalloutOperation> = {
  createCallout: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const made = await bench.client.createCallout(
        { customerId, location: somewhere, responseTypeId: 1, calloutClassificationId: 1 },
        options,
      );
      assert.deepEqual([made.customerId, made.latitude], [customerId, somewhere.latitude]);
      assert.equal(Object.keys(bench.sandbox.world.callouts).length, 1);
    };
  },
  createLegacyCallout: async (bench) => {
    const customerId = await bench.customer();
    return async (options) => {
      const request = { customerId, location: somewhere, responseTypeId: 2 };
      assert.equal((await bench.client.createLegacyCallout(request, options)).responseTypeId, 2);
    };
  },
  listActiveCallouts: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const { callouts } = await bench.client.listActiveCallouts({}, options);
      assert.deepEqual(
        callouts.map((callout) => callout.calloutId),
        [calloutId],
      );
    };
  },
  listCustomerCallouts: async (bench) => {
    const { customerId, calloutId } = await bench.callout();
    return async (options) => {
      const { callouts } = await bench.client.listCustomerCallouts({ customerId }, options);
      assert.deepEqual(
        callouts.map((callout) => callout.calloutId),
        [calloutId],
      );
    };
  },
  readCallout: async (bench) => {
    const { calloutId } = await bench.callout();
    bench.step(calloutId, 'own', 'dispatch');
    return async (options) => {
      const read = await bench.client.readCallout({ calloutId }, options);
      const [incident] = read.incidents;
      assert.deepEqual([read.calloutId, read.classification], [calloutId, 'REAL']);
      assert.deepEqual([incident?.category, incident?.responseType], ['Panic button', 'SECURITY']);
      assert.equal(incident?.location?.longitude, somewhere.longitude);
      assert.ok(incident && 'sandboxDispatch' in incident.dispatch);
    };
  },
  updateLocation: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const position = { latitude: 1, longitude: 2 };
      assert.deepEqual(await bench.client.updateLocation({ calloutId, ...position }, options), {
        closed: false,
      });
    };
  },
  updateLocationAndRead: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const position = { latitude: 1, longitude: 2 };
      const { closed, callout } = await bench.client.updateLocationAndRead(
        { calloutId, ...position },
        options,
      );
      assert.deepEqual([closed, callout?.incidents[0]?.location?.latitude], [false, 1]);
    };
  },
  listEvents: async (bench) => {
    const { calloutId } = await bench.callout();
    await bench.client.sendEvent({ calloutId, source: 'customer', event: 'By the blue gate' });
    return async (options) => {
      const { events } = await bench.client.listEvents({ calloutId }, options);
      assert.deepEqual(
        events.map((event) => event.text),
        ['By the blue gate'],
      );
    };
  },
  sendEvent: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const sent = await bench.client.sendEvent({ calloutId, source: 'customer', event: 'Hurry' }, options);
      assert.equal(sent.closed, false);
      assert.equal(!sent.closed && sent.event?.text, 'Hurry');
    };
  },
  cancelCallout: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const cancelled = await bench.client.cancelCallout({ calloutId }, options);
      assert.equal(cancelled.callout?.calloutId, calloutId);
    };
  },
  dismissCallout: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      await bench.client.dismissCallout({ calloutId }, options);
    };
  },
  listExceptionReasons: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const { exceptionReasons } = await bench.client.listExceptionReasons({ calloutId }, options);
      assert.deepEqual(exceptionReasons[0], { id: 101, description: 'False alarm' });
    };
  },
  giveExceptionReason: async (bench) => {
    const { calloutId } = await bench.callout();
    return async (options) => {
      const { createdExceptionReason } = await bench.client.giveExceptionReason(
        { calloutId, exceptionReasonId: 101, notes: 'All well' },
        options,
      );
      assert.deepEqual(createdExceptionReason, { id: 101, description: 'False alarm' });
    };
  },
  readMap: async (bench) => {
    const calloutId = await bench.closedCallout();
    return async (options) => {
      assert.ok((await bench.client.readMap({ calloutId }, options)).url?.includes('/hosted/map'));
    };
  },
  readResolutionReport: async (bench) => {
    const calloutId = await bench.closedCallout();
    return async (options) => {
      const { report } = await bench.client.readResolutionReport({ calloutId }, options);
      assert.equal(report.sandboxOutcome, 'completed');
    };
  },
  rateCallout: async (bench) => {
    const calloutId = await bench.closedCallout();
    return async (options) => {
      const made = await bench.client.rateCallout(
        { calloutId, rating: 5, additionalDetails: 'Quick' },
        options,
      );
      assert.ok(made.calloutRatingId);
    };
  },
  rateItem: async (bench) => {
    const calloutId = await bench.closedCallout();
    const { calloutRatingId } = await bench.client.rateCallout({ calloutId, rating: 2 });
    assert.ok(calloutRatingId);
    return async (options) => {
      const item = { calloutRatingId, ratingItemDescription: 'Waiting time', sentiment: 'negative' } as const;
      await bench.client.rateItem(item, options);
    };
  },
  listRatingItems: async ({ client }) => {
    return async (options) => {
      assert.equal((await client.listRatingItems({}, options)).ratingItems.length, 2);
    };
  },
};
