type PolicyInputs = {
  nonce: string;
  /** As in TRACKING_HOSTS: `host`, `host:port` or `*.host`. */
  trackingHosts: readonly string[];
  /** Where the style, tiles and icons of maps come from, when it is not from us. */
  mapOrigin?: string | undefined;
  /** The development server evaluates code and opens a web socket for reloads. */
  isDevelopment: boolean;
};

/**
 * Scripts run only with this answer's nonce; only the tracking hosts may be framed, or follow a form that was
 * posted to us; nobody frames us.
 */
export function contentSecurityPolicy({
  nonce,
  trackingHosts,
  mapOrigin,
  isDevelopment,
}: PolicyInputs): string {
  const map = mapOrigin ? ` ${mapOrigin}` : '';
  const tracking = trackingHosts.map(frameSource).join(' ');
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data:${map}`,
    "font-src 'self'",
    `connect-src 'self'${map}${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self'",
    `frame-src ${tracking}`,
    "object-src 'none'",
    "base-uri 'none'",
    // A press that a plain form sent may be answered by a redirect to AURA's page, which counts as its target.
    `form-action 'self' ${tracking}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Lets the pages that may be framed ask for the position, too; all else stays as next.config.ts has it. */
export function permissionsPolicy(trackingHosts: readonly string[]): string {
  const frames = trackingHosts.map((host) => `"${frameSource(host)}"`).join(' ');
  return `geolocation=(self ${frames}), camera=(), microphone=(), payment=(), usb=()`;
}

function frameSource(host: string): string {
  const isLoopback = /^(localhost|127\.0\.0\.1)(:|$)/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}
