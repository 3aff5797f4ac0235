import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { LeaveScript } from '#app/leave-script.tsx';
import { pageLanguage } from '#app/page-language.ts';
import { BrandFacts } from '#components/ui/brand-facts.tsx';
import { SkipLink } from '#components/ui/skip-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { brand } from '#lib/languages/brand-name.ts';
import { directionOf } from '#lib/languages/languages.ts';
import { brandStyles } from '#lib/platform/brand.ts';
import { env } from '#lib/platform/env.ts';
import { quietIn } from '#lib/push/model.ts';
import '#app/styles.css';

export async function generateMetadata(): Promise<Metadata> {
  await connection();
  const { BRAND_NAME: name, BRAND_LOGO: logo } = env;
  return {
    title: { default: name, template: `%s · ${name}` },
    description: 'Security and medical response behind one button, in any browser.',
    applicationName: name,
    icons: { icon: logo ? '/brand/logo' : { url: '/icon.svg', type: 'image/svg+xml' } },
    // Keeps callout URLs from other sites. Not `no-referrer`, which makes browsers post forms with `Origin:
    // null`.
    referrer: 'same-origin',
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

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
  const [{ language, t }, headers] = await Promise.all([pageLanguage(), requestHeaders()]);
  const dir = directionOf(language) === 'rtl' ? 'rtl' : undefined;
  return (
    // An inline script may have begun silent mode before React sees the page.
    <html lang={language} dir={dir} data-quiet={quietIn(headers) ? '' : undefined} suppressHydrationWarning>
      <body data-emergency-numbers={env.EMERGENCY_NUMBERS.join(',')}>
        <LeaveScript nonce={headers.get('x-nonce') ?? ''} />
        <BrandStyle />
        <SkipLink t={t} />
        <BrandFacts brand={brand()}>{children}</BrandFacts>
      </body>
    </html>
  );
}

/** The deployment's own colours, after those of the style sheet. The policy of our pages names this text (proxy.ts). */
function BrandStyle() {
  const styles = brandStyles();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made of two colours that were parsed
  return styles ? <style dangerouslySetInnerHTML={{ __html: styles }} /> : null;
}
