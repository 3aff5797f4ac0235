import { responseTypes as known } from '../world.ts';
import type { Handlers } from './handler.ts';

export const responseTypes: Handlers<'listResponseTypes'> = {
  listResponseTypes: () => ({
    status: 200,
    body: {
      message: 'Success',
      responseTypes: known.map((type) => ({ ...type, enabledLocations: { fixed: true, personal: true } })),
    },
  }),
};
