import { openRoute } from '#lib/identity/route.ts';
import { brandLogo } from '#lib/platform/brand.ts';
import { seeOther } from '#lib/platform/http.ts';

export const dynamic = 'force-dynamic';

/** The deployment's own logo; without one, Vigil's. Opened by itself it may run and fetch nothing. */
export const GET = openRoute(async () => {
  const logo = brandLogo();
  if (!logo) return seeOther('/icon.svg');
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      'content-type': logo.type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'public, max-age=3600',
    },
  });
});
