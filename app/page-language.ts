import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { isTranslated, type PageLanguage } from '#lib/languages/languages.ts';
import { chosenLanguage } from '#lib/languages/negotiate.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';

/** Set by proxy.ts: Next gives a layout no path. */
const PATH_HEADER = 'x-vigil-path';

export type Spoken = {
  /** What this page is written in: English where its texts are not all translated. */
  language: PageLanguage;
  /** What the person would read. */
  chosen: PageLanguage;
  path: string;
  t: Translate;
};

/** The language of the page that is asked for. */
export async function pageLanguage(): Promise<Spoken> {
  const headers = await requestHeaders();
  const path = headers.get(PATH_HEADER) ?? '';
  const chosen = chosenLanguage(headers, !env.isLive);
  const language = isTranslated(path) ? chosen : 'en';
  return { language, chosen, path, t: translateInto(language) };
}
