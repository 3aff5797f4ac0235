import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { LeaveScript } from '#app/leave-script.tsx';
import { pageLanguage } from '#app/page-language.ts';
import { quietIn } from '#components/quiet/quiet.ts';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { WholeLoads } from '#components/ui/whole-loads.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { directionOf } from '#lib/languages/languages.ts';
import { env } from '#lib/platform/env.ts';
import '#app/globals.css';
import '#app/alarm-modes.css';
import '#app/print.css';

export const metadata: Metadata = {
  title: { default: 'Vigil', template: '%s · Vigil' },
  description: 'Security and medical response behind one button, in any browser.',
  applicationName: 'Vigil',
  // Keeps callout URLs from other sites. Not `no-referrer`, which makes browsers post forms with `Origin:
  // null`.
  referrer: 'same-origin',
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#131e22' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Dynamic rendering: scripts carry a nonce, and the environment is unknown at build time.
  await connection();
  const [{ language, chosen, t }, headers] = await Promise.all([pageLanguage(), requestHeaders()]);
  const dir = directionOf(language) === 'rtl' ? 'rtl' : undefined;
  return (
    // An inline script may have begun silent mode before React sees the page.
    <html lang={language} dir={dir} data-quiet={quietIn(headers) ? '' : undefined} suppressHydrationWarning>
      <body data-emergency-numbers={env.EMERGENCY_NUMBERS.join(',')}>
        <LeaveScript nonce={headers.get('x-nonce') ?? ''} />
        <SkipLink t={t} />
        {chosen === 'en' ? null : <WholeLoads />}
        {children}
      </body>
    </html>
  );
}
