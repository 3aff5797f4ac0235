import type { MetadataRoute } from 'next';

/** Makes the button one that can be put on a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Vigil',
    short_name: 'Vigil',
    description: 'Security and medical response behind one button.',
    id: '/panic',
    start_url: '/panic',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f7f7',
    theme_color: '#0a4d57',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
}
