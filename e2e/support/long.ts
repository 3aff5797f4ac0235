/** True in `npm run test:long`. */
export const isLong = process.env.VIGIL_TEST_LONG === 'yes';
