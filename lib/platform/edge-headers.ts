import type { ServerResponse } from 'node:http';

const TWO_YEARS_SECONDS = 63_072_000;

/**
 * Headers of every answer, files and refusals included, which neither Next's configuration nor its proxy reaches. HSTS only
 * where the app is reached by https: on http it would mean nothing, and lock developers out of localhost.
 */
export function setEdgeHeaders(
  response: Pick<ServerResponse, 'setHeader'>,
  appUrl: string | undefined,
): void {
  // Other sites may link to us, but load nothing of ours into their pages.
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  if (appUrl?.startsWith('https:')) {
    response.setHeader('strict-transport-security', `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`);
  }
}
