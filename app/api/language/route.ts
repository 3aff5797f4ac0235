import { saveLanguage } from '#lib/customers/registration/save-language.ts';
import { refuse } from '#lib/errors/result.ts';
import { openRoute } from '#lib/identity/route.ts';
import { personFrom } from '#lib/identity/session.ts';
import { isLanguage, type Language } from '#lib/languages/languages.ts';
import { backToPage, languageCookie } from '#lib/languages/negotiate.ts';
import { env } from '#lib/platform/env.ts';
import { fieldsOf, isCrossSite, problem, readBody, seeOther } from '#lib/platform/http.ts';
import { inBackground } from '#lib/platform/in-background.ts';

const MAX_BODY_BYTES = 4 * 1024;

/** The switch of languages: a plain form, which keeps the choice in this browser and leads back to its page. */
export const POST = openRoute(async (request: Request) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const body = await readBody(request, MAX_BODY_BYTES);
  if (!body.ok) return problem(request, body);
  const { language, to } = { language: '', to: '/', ...fieldsOf(body.value) };
  if (!isLanguage(language)) return problem(request, refuse('input.invalid'));
  const publicUrl = new URL(env.APP_URL);
  const hosts = [publicUrl.host, request.headers.get('host') ?? publicUrl.host];
  inBackground('keeping the language of a person', () => keepFor(request.headers, language));
  const response = seeOther(backToPage({ referer: request.headers.get('referer'), to: String(to) }, hosts));
  response.headers.append('set-cookie', languageCookie(language, publicUrl.protocol === 'https:'));
  return response;
});

/** Of who is signed in here: their text messages are written in it, too. The switch does not wait for it. */
async function keepFor(headers: Headers, language: Language): Promise<void> {
  const actor = await personFrom(headers);
  if (actor.role === 'person') await saveLanguage(actor, { language });
}
