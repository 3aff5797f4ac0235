import { createHash } from 'node:crypto';

type PolicyInputs = {
  nonce: string;
  /** Texts of style elements that stand in documents of ours which are kept longer than a nonce. */
  styles?: readonly string[];
  trackingHosts: readonly string[];
  /** Origin of the map's style, tiles and icons, when it is not ours. */
  mapOrigin?: string | undefined;
  /** The development server uses eval, a web socket and inline styles. */
  isDevelopment: boolean;
};

/**
 * Scripts and style elements need this answer's nonce, and no element may have a `style` attribute; only tracking hosts
 * may be framed or receive a form redirect; nobody frames us.
 */
export function contentSecurityPolicy({
  nonce,
  styles = [],
  trackingHosts,
  mapOrigin,
  isDevelopment,
}: PolicyInputs): string {
  const map = mapOrigin ? ` ${mapOrigin}` : '';
  const tracking = trackingHosts.map(frameSource).join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    ...(isDevelopment ? [`style-src 'self' 'unsafe-inline'`] : stylePolicy(nonce, styles)),
    `img-src 'self' data:${map}`,
    "font-src 'self'",
    `connect-src 'self'${map}${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self'",
    `frame-src ${tracking}`,
    "object-src 'none'",
    "base-uri 'none'",
    // A form post of a press may redirect to AURA's page, which browsers check as a form target.
    `form-action 'self' ${tracking}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What scripts set by the CSSOM, as React and MapLibre do, is no attribute, and is allowed. */
function stylePolicy(nonce: string, styles: readonly string[]): string[] {
  const hashes = styles.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [`style-src 'self' 'nonce-${nonce}'${hashes.join('')}`, "style-src-attr 'none'"];
}

/** Lets the tracking hosts ask for the position in a frame; the rest is as in next.config.ts. */
export function permissionsPolicy(trackingHosts: readonly string[]): string {
  const frames = trackingHosts.map((host) => `"${frameSource(host)}"`).join(' ');
  return `geolocation=(self ${frames}), camera=(), microphone=(), payment=(), usb=()`;
}

function frameSource(host: string): string {
  const isLoopback = /^(localhost|127\.0\.0\.1)(:|$)/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}
