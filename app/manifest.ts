import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { pageLanguage } from '#app/page-language.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { brandLogo } from '#lib/platform/brand.ts';
import { env } from '#lib/platform/env.ts';

/** Makes the button one that can be put on a home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  // The settings are unknown at build time.
  await connection();
  const logo = brandLogo();
  const t = translateInto((await pageLanguage()).chosen);
  return {
    name: env.BRAND_NAME,
    short_name: env.BRAND_NAME,
    description: 'Security and medical response behind one button.',
    id: '/panic',
    start_url: '/panic',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f7f7',
    theme_color: env.BRAND_COLOUR ?? '#0a4d57',
    icons: [
      {
        src: logo ? '/brand/logo' : '/icon.svg',
        sizes: 'any',
        type: logo?.type ?? 'image/svg+xml',
        purpose: 'any',
      },
    ],
    shortcuts: [
      { name: t('nav.practice'), url: '/practice' },
      { name: t('nav.profile'), url: '/profile' },
    ],
  };
}
