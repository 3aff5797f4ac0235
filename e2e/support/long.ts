/** Whether journeys that are long by nature run in their whole length: `npm run test:long`. */
export const isLong = process.env.VIGIL_TEST_LONG === 'yes';
