// Hosted pages. Their URL is a bearer secret and a redirect target, so scheme and host are checked before it leaves the
// client.
import { z } from 'zod';

export type UrlProblem = 'missing' | 'not_https' | 'host_not_allowed';

/** The problem with a URL, or null when it may be opened. */
export type UrlRule = (url: string) => UrlProblem | null;

/** No check: for readers of the contract without a client. */
export const anyUrl: UrlRule = () => null;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function matches(url: URL, pattern: string): boolean {
  const host = pattern.includes(':') ? url.host : url.port === '' ? url.hostname : null;
  if (host === null) return false;
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;
}

/** Allows https (and http on loopback) to `host` on the default port, `host:port`, and `*.host` for subdomains. */
export function allowOnly(hosts: readonly string[]): UrlRule {
  const patterns = hosts.map((host) => host.trim().toLowerCase());
  return (text) => {
    if (!URL.canParse(text)) return 'not_https';
    const url = new URL(text);
    const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
    if (!isSecure) return 'not_https';
    // A user name in a URL can disguise the host.
    if (url.username || url.password) return 'host_not_allowed';
    return patterns.some((pattern) => matches(url, pattern)) ? null : 'host_not_allowed';
  };
}

/** The URL or its problem, for answers that are useful without it. */
export function checkedUrl(
  url: string | null,
  rule: UrlRule,
): { url: string | null; urlProblem: UrlProblem | null } {
  const urlProblem = url === null ? 'missing' : rule(url);
  return { url: urlProblem === null ? url : null, urlProblem };
}

/** Without a valid URL the answer is unreadable. */
export function requiredUrl(rule: UrlRule) {
  return z.string().superRefine((url, ctx) => {
    const problem = rule(url);
    if (problem) ctx.addIssue({ code: 'custom', message: problem });
  });
}
