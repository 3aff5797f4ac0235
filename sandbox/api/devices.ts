import { findCustomer } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import { raiseCallout } from './callouts.ts';
import { createdStatus, type Handlers } from './handler.ts';

const securityId = 1;

export const devices: Handlers<'registerDevice' | 'sendDeviceEvent'> = {
  registerDevice: (sandbox, { body }) => {
    const { id: customerId } = findCustomer(sandbox, body.customerId);
    const { deviceSerial, deviceSupplier } = body;
    const device = {
      id: sandbox.nextId(),
      customerId,
      deviceId: `${deviceSupplier}-${deviceSerial}`,
      deviceSerial,
    };
    sandbox.world.devices[device.deviceId] = device;
    return { status: createdStatus(sandbox), body: { device } };
  },

  // The messages' meanings at AURA are unknown: here every one is a press.
  sendDeviceEvent: (sandbox, { body }) => {
    const device = sandbox.world.devices[body.device_id];
    if (!device) throw new Refusal(400, 'Unknown device_id.');
    const location = body.location ?? { latitude: 0, longitude: 0 };
    raiseCallout(sandbox, device.customerId, { location, responseTypeId: securityId });
    const raised = Object.values(sandbox.world.callouts).findLast(
      (one) => one.customerId === device.customerId,
    );
    const eventResponse = { calloutId: raised?.id ?? null, deviceId: device.deviceId };
    const resolvedAuraEvent = { eventTypes: 'NEW_CALLOUT', eventResponse };
    return { status: 200, body: { message: 'Success', input: body, resolvedAuraEvent } };
  },
};
