import { reportDelivery } from '#lib/console/escalation-texts/report-delivery.ts';
import { reportGatewayFrom } from '#lib/console/escalation-texts/report-gateway.ts';
import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { bodyUpTo, json } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Reports of the text gateway: whether a text was delivered. */
export const POST = route(machine(reportGatewayFrom, 'a report on a text'), reportDelivery, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) => body.body,
  respond: (reported) => json(reported, 202),
});
