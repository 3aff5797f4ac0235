import { type BoardQuery, type Stage, stages } from '#lib/callouts/schema.ts';

// The stages of a callout, and where a tracking page may be shown. Pure; time is passed in.

/**
 * Our reading of AURA's free-text status. Its full list is unknown, so we look for words rather than whole
 * texts. "Responder Cancelled" stands one responder down and says nothing of the callout: it is no stage.
 */
export function stageOfStatus(status: string | null): Stage | null {
  const text = status?.toLowerCase() ?? '';
  if (/\bclosed\b/.test(text)) return 'closed';
  if (/cancel/.test(text)) return /responder/.test(text) ? null : 'cancelled';
  if (/complet/.test(text)) return 'completed';
  if (/arriv|on[ _-]?scene/.test(text)) return 'arrived';
  if (/dispatch|acknowledged/.test(text)) return 'dispatched';
  if (/\bowned?\b|ownership/.test(text)) return 'owned';
  if (/created/.test(text)) return 'raised';
  return null;
}

/** Stages never go back and *closed* is final, whatever arrives late, twice or out of order. */
export function laterStage(current: Stage, seen: Stage | null): Stage {
  return seen !== null && stages.indexOf(seen) > stages.indexOf(current) ? seen : current;
}

/**
 * What a reading shows of the stage when an event named one as well: AURA's text decides. Only where that text
 * says nothing to us is the event believed (docs/decisions/0008-events-against-texts.md).
 */
export function stageRead(rawStatus: string | null, namedByEvent: Stage | null): Stage | null {
  return stageOfStatus(rawStatus) ?? namedByEvent;
}

/** The further of two stages, either of which may be missing. */
export function furthestStage(one: Stage | null, other: Stage | null): Stage | null {
  return one === null ? other : laterStage(one, other);
}

type State = { stage: Stage; rawStatus: string | null; asOf: Date };

/**
 * What we know of a callout after a reading that began at `at`. The stage only moves forward; the text is that
 * of the newest reading, so one that was overtaken on its way changes no words. A closed callout stays as it is.
 */
export function learn(
  known: State,
  reading: { stage: Stage | null; rawStatus: string | null },
  at: Date,
): State {
  if (known.stage === 'closed') return known;
  const stage = laterStage(known.stage, reading.stage);
  if (at < known.asOf) return { ...known, stage };
  return { stage, rawStatus: reading.rawStatus ?? known.rawStatus, asOf: at };
}

/**
 * Whether a page with these headers lets itself be framed by `appOrigin`. The browser applies
 * `frame-ancestors` and, only without it, `X-Frame-Options`; a refused frame cannot be seen from outside.
 */
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

// As browsers do it: a value that they do not know counts for nothing, several that differ for a refusal.
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

// A source that names http stands for https as well.
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

/** The console's page of the board; `after` is the cursor of a later page of its list. */
export function boardAddress(query: BoardQuery & { after?: string }): string {
  const fields = new URLSearchParams(query);
  return fields.size > 0 ? `/admin/callouts?${fields}` : '/admin/callouts';
}
