import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { FixedLocation } from '../world.ts';
import { raiseCallout } from './callouts.ts';
import { createdStatus, type Handlers } from './handler.ts';

const securityId = 1;

function find(sandbox: Sandbox, id: number): FixedLocation {
  const found = sandbox.world.fixedLocations[id];
  if (!found || found.isDeleted) throw new Refusal(404, 'Predefined location not found.');
  return found;
}

function kept(sandbox: Sandbox): FixedLocation[] {
  return Object.values(sandbox.world.fixedLocations).filter((one) => !one.isDeleted);
}

function view({ details, ...location }: FixedLocation) {
  return { ...details, ...location, customerSourceId: 12, medicalCoverage: null, securityCoverage: null };
}

type Operations =
  | 'createFixedLocation'
  | 'listFixedLocations'
  | 'readFixedLocation'
  | 'updateFixedLocation'
  | 'deleteFixedLocation'
  | 'createFixedLocationCallout';

export const fixedLocations: Handlers<Operations> = {
  createFixedLocation: (sandbox, { body }) => {
    const { customerId = null, externalReferenceId, latitude, longitude, ...details } = body;
    const location = {
      id: sandbox.nextId(),
      ...{ customerId, externalReferenceId, latitude, longitude, details },
    };
    sandbox.world.fixedLocations[location.id] = location;
    return { status: createdStatus(sandbox), body: { predefinedLocation: view(location) } };
  },

  listFixedLocations: (sandbox) => ({
    status: 200,
    body: { predefinedLocations: kept(sandbox).map(view) },
  }),

  readFixedLocation: (sandbox, { params }) => ({
    status: 200,
    body: { predefinedLocation: view(find(sandbox, params.predefinedLocationId)) },
  }),

  updateFixedLocation: (sandbox, { params, body }) => {
    const location = find(sandbox, params.predefinedLocationId);
    const { customerId, externalReferenceId, latitude, longitude, ...details } = body;
    location.customerId = customerId ?? location.customerId;
    location.externalReferenceId = externalReferenceId ?? location.externalReferenceId;
    location.latitude = latitude ?? location.latitude;
    location.longitude = longitude ?? location.longitude;
    location.details = { ...location.details, ...details };
    return { status: 200, body: { predefinedLocation: view(location) } };
  },

  deleteFixedLocation: (sandbox, { params }) => {
    const location = sandbox.world.fixedLocations[params.predefinedLocationId];
    if (!location) throw new Refusal(404, 'Predefined location not found.');
    location.isDeleted = true;
    return { status: 200, body: { message: 'Request completed successfully.' } };
  },

  createFixedLocationCallout: (sandbox, { params }) => {
    const { externalReferenceId } = params;
    const place = kept(sandbox).find((one) => one.externalReferenceId === externalReferenceId);
    // Documented: an unknown reference is not 404. A location without a customer is undocumented.
    if (!place?.customerId) throw new Refusal(400, 'Unknown externalReferenceId.');
    const location = { latitude: Number(place.latitude), longitude: Number(place.longitude) };
    const { status, body } = raiseCallout(sandbox, place.customerId, {
      location,
      responseTypeId: securityId,
    });
    return {
      status,
      body: { installerIdentifier: null, externalReferenceId, ...(typeof body === 'object' ? body : {}) },
    };
  },
};
