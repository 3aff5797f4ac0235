// Pages that AURA hosts for us. Such a URL is a bearer secret and an instruction to send a person somewhere,
// so none leaves the client before its scheme and host were checked.
import { z } from 'zod';

export type UrlProblem = 'missing' | 'not_https' | 'host_not_allowed';

/** Says what is wrong with a URL, or null when a person may be sent there. */
export type UrlRule = (url: string) => UrlProblem | null;

/** For those who read the contract without a client: nothing is refused. */
export const anyUrl: UrlRule = () => null;

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

function matches(url: URL, pattern: string): boolean {
  const host = pattern.includes(':') ? url.host : url.port === '' ? url.hostname : null;
  if (host === null) return false;
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;
}

/**
 * Allows https (and http on this machine) to the hosts given: `host` on the default port, `host:port`, and
 * `*.host` for every name below one.
 */
export function allowOnly(hosts: readonly string[]): UrlRule {
  const patterns = hosts.map((host) => host.trim().toLowerCase());
  return (text) => {
    if (!URL.canParse(text)) return 'not_https';
    const url = new URL(text);
    const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
    if (!isSecure) return 'not_https';
    // A user name in a URL only serves to look like another host.
    if (url.username || url.password) return 'host_not_allowed';
    return patterns.some((pattern) => matches(url, pattern)) ? null : 'host_not_allowed';
  };
}

/** A checked URL beside what was wrong with it, for answers that matter more than their URL. */
export function checkedUrl(
  url: string | null,
  rule: UrlRule,
): { url: string | null; urlProblem: UrlProblem | null } {
  const urlProblem = url === null ? 'missing' : rule(url);
  return { url: urlProblem === null ? url : null, urlProblem };
}

/** A URL that the answer is worthless without: a bad one is an unreadable answer. */
export function requiredUrl(rule: UrlRule) {
  return z.string().superRefine((url, ctx) => {
    const problem = rule(url);
    if (problem) ctx.addIssue({ code: 'custom', message: problem });
  });
}
