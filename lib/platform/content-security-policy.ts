type PolicyInputs = {
  nonce: string;
  /** As in TRACKING_HOSTS: `host`, `host:port` or `*.host`. */
  trackingHosts: readonly string[];
  /** The development server evaluates code and opens a web socket for reloads. */
  isDevelopment: boolean;
};

/** Scripts run only with this answer's nonce; only the tracking hosts may be framed; nobody frames us. */
export function contentSecurityPolicy({ nonce, trackingHosts, isDevelopment }: PolicyInputs): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `frame-src ${trackingHosts.map(frameSource).join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function frameSource(host: string): string {
  const isLoopback = /^(localhost|127\.0\.0\.1)(:|$)/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}
