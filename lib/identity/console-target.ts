/** Keeps the return path: the page to which a sign-in leads back. */
export const RETURN_COOKIE = 'vigil-return';
export const RETURN_SECONDS = 900;

const BOARD = '/admin/callouts';
/** Pages that only lead into the console. */
const LEADING_IN = /^\/admin\/(step-up|sign-in|second-factor|join|new-password)(\/|$)/;

/** Where a sign-in or a step-up goes on. `isFile`: a download, which leaves the page as it is. */
export type ConsoleTarget = { href: string; isFile: boolean };

/** Only pages and files of the console at our own address: the text may come from anybody's link. */
export function consoleTarget(asked: string, appUrl: string): ConsoleTarget {
  const { origin } = new URL(appUrl);
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  const isFile = url?.pathname.startsWith('/api/admin/') === true;
  const isPage = url?.pathname.startsWith('/admin/') === true && !LEADING_IN.test(url.pathname);
  if (!url || url.origin !== origin || !(isFile || isPage)) return { href: BOARD, isFile: false };
  return { href: url.pathname + url.search + url.hash, isFile };
}

const OF_AN_ESCALATION = /^\/admin\/callouts(\/\d{1,15})?$/;

/** The return path of a page to which escalations lead; undefined of all others. */
export function returnPathOf({ pathname, search }: { pathname: string; search: string }): string | undefined {
  return OF_AN_ESCALATION.test(pathname) ? pathname + search : undefined;
}
