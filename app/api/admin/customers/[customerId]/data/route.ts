import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { jsonFile } from '#lib/platform/http.ts';
import { exportCustomer } from '#lib/privacy/export-customer.ts';

/** All that Vigil keeps of a customer. */
export const GET = route(operator, exportCustomer, {
  respond: ({ pieces }, { params }) => jsonFile(`vigil-customer-${Number(params.customerId)}.json`, pieces),
});
