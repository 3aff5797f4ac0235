import 'server-only';
import type { Refusal } from '#lib/errors/result.ts';
import { isNavigation, problem, seeOther } from '#lib/platform/http.ts';
import { auditRefusal } from './audit.ts';
import { PRESS_COOKIE } from './press-token.ts';
import { visitorFrom } from './session.ts';

/** A refusal as a page or a problem document, by the Accept header. */
export function refusedTo(request: Request, refusal: Refusal): Response {
  const response = isNavigation(request)
    ? seeOther(`/offline?code=${refusal.code}`)
    : problem(request, refusal);
  // A revoked button leaves no credential on its device.
  if (refusal.code === 'press.token_revoked')
    response.headers.append('set-cookie', `${PRESS_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  return response;
}

export async function auditForgedPress({ headers }: Request): Promise<void> {
  await auditRefusal(visitorFrom(headers), { action: 'press.forge', detail: 'cross-site' });
}
