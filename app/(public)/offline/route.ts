import { callSheet } from '#components/panic/call-sheet.ts';
import { openRoute } from '#lib/identity/route.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { chosenLanguage } from '#lib/languages/negotiate.ts';
import { env } from '#lib/platform/env.ts';

export const dynamic = 'force-dynamic';

/** The call sheet: shown where nothing else can be, and where a plain form's press was refused. */
export const GET = openRoute(async (request: Request) => {
  const sheet = callSheet({
    numbers: env.EMERGENCY_NUMBERS,
    controlRoom: env.CONTROL_ROOM_NUMBER,
    refusalCode: new URL(request.url).searchParams.get('code'),
    isSandbox: !env.isLive,
    t: translateInto(chosenLanguage(request.headers, !env.isLive)),
    build: env.NEXT_DEPLOYMENT_ID ?? '',
  });
  return new Response(sheet, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
});
