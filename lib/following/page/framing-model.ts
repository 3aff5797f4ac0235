/** Applies `frame-ancestors`, or without it `X-Frame-Options`, as browsers do: a page cannot detect a refused frame. */
export function allowsFraming(headers: Headers, pageUrl: string, appOrigin: string): boolean {
  const policies = (headers.get('content-security-policy') ?? '')
    .split(',')
    .map(frameAncestorsOf)
    .filter((sources) => sources !== null);
  if (policies.length > 0) {
    return policies.every((sources) => sources.some((source) => sourceMatches(source, pageUrl, appOrigin)));
  }
  return legacyAllowsFraming(headers.get('x-frame-options') ?? '', new URL(pageUrl).origin === appOrigin);
}

// As in browsers: unknown values are ignored, conflicting ones refuse.
function legacyAllowsFraming(header: string, isSameOrigin: boolean): boolean {
  const values = new Set(header.split(',').map((value) => value.trim().toLowerCase()));
  if (!['deny', 'sameorigin', 'allowall'].some((known) => values.has(known))) return true;
  if (values.size > 1) return false;
  return values.has('allowall') || (values.has('sameorigin') && isSameOrigin);
}

function frameAncestorsOf(policy: string): string[] | null {
  for (const directive of policy.split(';')) {
    const [name, ...sources] = directive.trim().toLowerCase().split(/\s+/);
    if (name === 'frame-ancestors') return sources;
  }
  return null;
}

function sourceMatches(source: string, pageUrl: string, appOrigin: string): boolean {
  const app = new URL(appOrigin);
  if (source === '*') return true;
  if (source === "'self'") return new URL(pageUrl).origin === appOrigin;
  if (/^[a-z][a-z0-9+.-]*:$/.test(source)) return schemeMatches(source, app);
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*\.)?([^/:*]+|\*)(?::(\d+|\*))?(?:\/.*)?$/.exec(source);
  if (!parts) return false;
  const [, scheme, wildcard, host = '', port] = parts;
  if (scheme && !schemeMatches(`${scheme}:`, app)) return false;
  if (host !== '*' && !(wildcard ? app.hostname.endsWith(`.${host}`) : app.hostname === host)) return false;
  return port === '*' || (port ? port === portOf(app) : app.port === '');
}

// A source with http also matches https.
function schemeMatches(scheme: string, app: URL): boolean {
  return scheme === app.protocol || (scheme === 'http:' && app.protocol === 'https:');
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

export type TrackingMode = 'auto' | 'embed' | 'redirect';

/** How the hosted page is opened: in our page, in the whole tab, or by its link beside our status. */
export function trackingPresentation(mode: TrackingMode, mayFrame: boolean): 'frame' | 'redirect' | 'link' {
  if (mode === 'redirect') return 'redirect';
  return mode === 'embed' || mayFrame ? 'frame' : 'link';
}
