import type { NextConfig } from 'next';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  distDir: process.env.VIGIL_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` checks the types of everything; checking them again would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  // These open sockets and files of their own and gain nothing from being bundled.
  serverExternalPackages: ['pg', 'pino', 'better-auth'],
  // A form that is far too long gets its field named by us, rather than an error page from the framework.
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
  // Browsers ask for this name, too, whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

export default config;
