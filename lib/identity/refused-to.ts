import 'server-only';
import type { Refusal } from '#lib/errors/result.ts';
import { isNavigation, problem, seeOther } from '#lib/platform/http.ts';
import { auditRefusal } from './audit.ts';
import { PRESS_COOKIE } from './press-token.ts';
import { visitorFrom } from './session.ts';

/** A refusal to whoever asked: a page that says what it means, or a problem document. */
export function refusedTo(request: Request, refusal: Refusal): Response {
  const response = isNavigation(request)
    ? seeOther(`/offline?code=${refusal.code}`)
    : problem(request, refusal);
  // A button that was switched off leaves nothing on the device that it was switched off on.
  if (refusal.code === 'press.token_revoked')
    response.headers.append('set-cookie', `${PRESS_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`);
  return response;
}

/** Writes down that another site tried to press, or to take a press back. */
export async function auditForgedPress({ headers }: Request): Promise<void> {
  await auditRefusal(visitorFrom(headers), { action: 'press.forge', detail: 'cross-site' });
}
