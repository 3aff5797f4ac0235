import type { NextConfig } from 'next';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

function ownHosts(appUrl = ''): string[] {
  return URL.canParse(appUrl) ? [new URL(appUrl).host] : [];
}

// The address of a shared page is what opens it: it goes along with nothing and is found by nobody.
const SHARED_PAGE_HEADERS = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow, noarchive' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; checking them again would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  // `name.inline.ts` is the text of `name.ts`, bundled: the script of the first paint and React share their modules.
  // `name.bundled.ts` is itself and what it uses of its imports: in the browser those libraries of which this bundler
  // drops nothing.
  turbopack: {
    rules: {
      '*.inline.ts': { loaders: ['./scripts/inline-script.mjs'], as: '*.js' },
      '*.bundled.ts': { loaders: ['./scripts/bundled-module.mjs'], as: '*.js' },
    },
    resolveAlias: {
      'zod/mini': { browser: './lib/platform/zod-mini.bundled.ts' },
      '@tanstack/react-query': { browser: './lib/platform/react-query.bundled.ts' },
    },
  },
  // These open sockets and files of their own and gain nothing from being bundled.
  serverExternalPackages: ['pg', 'pino', 'prom-client', 'better-auth'],
  experimental: {
    serverActions: {
      // A form that is far too long gets its field named by us, rather than an error page from the framework.
      bodySizeLimit: '2mb',
      // Behind a proxy that names itself as the host, actions come from the public address all the same.
      allowedOrigins: ownHosts(process.env.APP_URL),
    },
  },
  // Browsers ask for this name, too, whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    { source: '/follow/:path*', headers: SHARED_PAGE_HEADERS },
  ],
};

export default config;
