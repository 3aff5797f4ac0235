import { presserFrom } from '#lib/identity/presser.ts';
import { refusedTo } from '#lib/identity/refused-to.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { answer, bearerIn, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ pressId: string }> };

/** The receipt of a press, to the person who pressed it. */
export const GET = route(async (request: Request, { params }: Context) => {
  const presser = await presserFrom(request.headers, bearerIn(request));
  if (!presser.ok) return refusedTo(request, presser);
  return answer(request, await readReceipt(presser.value, await params));
});
