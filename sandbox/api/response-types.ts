import { Refusal } from '../refusal.ts';
import { responseTypes as known } from '../world.ts';
import type { Handlers } from './handler.ts';

export const responseTypes: Handlers<'listResponseTypes' | 'readCoverage'> = {
  listResponseTypes: () => ({
    status: 200,
    body: {
      message: 'Success',
      responseTypes: known.map((type) => ({ ...type, enabledLocations: { fixed: true, personal: true } })),
    },
  }),

  readCoverage: (_, { params }) => {
    const type = known.find(({ id }) => id === params.responseTypeId);
    if (!type) throw new Refusal(404, 'Unknown response type.');
    return { status: 200, body: coverageOf(type.value) };
  },
};

/** A rectangle around southern Africa. */
function coverageOf(name: string): string {
  const ring = '16,-35 33,-35 33,-22 16,-22 16,-35';
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Sandbox coverage ${name}</name><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`;
}
