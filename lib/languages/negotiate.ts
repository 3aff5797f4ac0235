import 'server-only';
import Negotiator from 'negotiator';
import { isLanguage, languageCodes, type PageLanguage, PSEUDO } from './languages.ts';

/** What the person chose by the switch; readable by nobody but the server. */
const LANGUAGE_COOKIE = 'vigil-language';
/** As long as a sign-in. */
const KEPT_SECONDS = 400 * 86_400;

/**
 * The language that the person chose, else the best that their browser asks for, else English. The pseudo-language
 * counts where no real press can come from.
 */
export function chosenLanguage(headers: Headers, mayBePseudo: boolean): PageLanguage {
  const chosen = cookieIn(headers);
  if (chosen !== undefined && isLanguage(chosen)) return chosen;
  if (chosen === PSEUDO && mayBePseudo) return PSEUDO;
  const asked = headers.get('accept-language');
  if (!asked) return 'en';
  const [best] = new Negotiator({ headers: { 'accept-language': asked } }).languages(languageCodes);
  return best !== undefined && isLanguage(best) ? best : 'en';
}

export function languageCookie(language: PageLanguage, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${LANGUAGE_COOKIE}=${language}; Path=/; Max-Age=${KEPT_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

function cookieIn(headers: Headers): string | undefined {
  return new RegExp(`(?:^|;\\s*)${LANGUAGE_COOKIE}=([\\w-]+)`).exec(headers.get('cookie') ?? '')?.[1];
}

/**
 * Where the switch leads back to: the page that it stood on. An address of another site, or what is none, leads to the
 * start.
 */
export function backToPage(
  { referer, to }: { referer: string | null; to: string },
  hosts: readonly string[],
): string {
  if (referer !== null && URL.canParse(referer)) {
    const { host, pathname, search } = new URL(referer);
    if (hosts.includes(host)) return ownPath(pathname + search);
  }
  return ownPath(to);
}

/** A base that nobody has: what does not stay on it leaves the site. */
const HERE = 'http://here.invalid';

function ownPath(path: string): string {
  if (!path.startsWith('/') || !URL.canParse(path, HERE)) return '/';
  const { origin, pathname, search } = new URL(path, HERE);
  // What follows two slashes would be read as a host.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/';
}
