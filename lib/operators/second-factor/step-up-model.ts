const BOARD = '/admin/callouts';
/** Pages that only lead into the console. */
const LEADING_IN = /^\/admin\/(step-up|sign-in|second-factor|join|new-password)(\/|$)/;

/** Where a step-up goes on. `isFile`: a download, which leaves the page as it is. */
export type StepUpTarget = { href: string; isFile: boolean };

/** Only pages and files of the console at our own address: the text may come from anybody's link. */
export function stepUpTarget(asked: string, appUrl: string): StepUpTarget {
  const { origin } = new URL(appUrl);
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  const isFile = url?.pathname.startsWith('/api/admin/') === true;
  const isPage = url?.pathname.startsWith('/admin/') === true && !LEADING_IN.test(url.pathname);
  if (!url || url.origin !== origin || !(isFile || isPage)) return { href: BOARD, isFile: false };
  return { href: url.pathname + url.search, isFile };
}
