import { listAttention } from '#lib/console/attention/list-attention.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';

export const GET = route(operator, listAttention, { input: ({ query }) => query });
