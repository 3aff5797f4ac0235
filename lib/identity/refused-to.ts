import 'server-only';
import type { Refusal } from '#lib/errors/result.ts';
import { isNavigation, problem, seeOther } from '#lib/platform/http.ts';
import { auditRefusal } from './audit.ts';
import { areCookiesSecure, cookieName, olderCookieName, PRESS_COOKIE } from './cookie-names.ts';
import { visitorFrom } from './session.ts';

/** A refusal as a page or a problem document, by the Accept header. */
export function refusedTo(request: Request, refusal: Refusal): Response {
  const response = isNavigation(request)
    ? seeOther(`/offline?code=${refusal.code}`)
    : problem(request, refusal);
  // A revoked button leaves no credential on its device.
  if (refusal.code === 'press.token_revoked')
    for (const name of [cookieName(PRESS_COOKIE), olderCookieName(PRESS_COOKIE)]) {
      // A browser takes one with the prefix only where it is Secure, also to clear it.
      const attributes = `Path=/; Max-Age=0; HttpOnly; SameSite=Lax${areCookiesSecure() ? '; Secure' : ''}`;
      if (name !== null) response.headers.append('set-cookie', `${name}=; ${attributes}`);
    }
  return response;
}

export async function auditForgedPress({ headers }: Request): Promise<void> {
  await auditRefusal(visitorFrom(headers), { action: 'press.forge', detail: 'cross-site' });
}
