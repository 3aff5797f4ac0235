// Silent mode of a browser, as a request tells it. Also in the browser, in an inline script: it imports nothing.

export const QUIET_COOKIE = 'vigil-quiet';
export const QUIET_SECONDS = 2 * 3_600;

/** Whether the browser that sent this is in silent mode. */
export function quietIn(headers: Headers): boolean {
  return new RegExp(`(?:^|;\\s*)${QUIET_COOKIE}=1(?:;|$)`).test(headers.get('cookie') ?? '');
}
