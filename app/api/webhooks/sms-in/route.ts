import { machine } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { receivePressText } from '#lib/panic/texts/receive-press-text.ts';
import { textGatewayFrom } from '#lib/panic/texts/text-gateway.ts';
import { bodyUpTo, json } from '#lib/platform/http.ts';

const MAX_BODY_BYTES = 64 * 1024;

/** Texts to the press number, from the gateway alone. It hears the same of each that was read. */
export const POST = route(machine(textGatewayFrom, 'a text for help'), receivePressText, {
  body: bodyUpTo(MAX_BODY_BYTES),
  input: ({ body }) => body.body,
  respond: (received) => json(received, 202),
});
