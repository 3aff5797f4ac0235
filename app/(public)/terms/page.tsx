import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { namedSections, TextPage } from '#components/ui/text-page.tsx';
import { named } from '#lib/languages/brand-name.ts';
import { env } from '#lib/platform/env.ts';
import { ownText } from '#lib/platform/own-text.ts';

export const metadata: Metadata = { title: 'Terms' };

const SECTIONS = [
  {
    title: 'What Vigil does',
    lines: [
      'It sends your alarm and your location to AURA. AURA decides who comes.',
      'It keeps trying when AURA does not answer, and tells you that your alarm is not sent yet.',
      'It shows you what AURA reports, and when that was.',
    ],
  },
  {
    title: 'What Vigil does not promise',
    lines: [
      'That help comes, or how soon. That depends on AURA, on your area and on your subscription.',
      'That the button works without internet, battery or location.',
      'That the map is exact. Your phone can be wrong about where you are.',
      'Vigil is not the police, an ambulance or the fire brigade. In danger you can always call 112.',
    ],
  },
  {
    title: 'What we ask of you',
    lines: [
      'Press when you need help. Use Practice to try the button.',
      'Give your true name and a number that you answer.',
      'If you pressed by mistake, tap Cancel, or “I am safe”.',
      'If you lose your phone, switch off its button on your profile.',
    ],
  },
] as const;

export default async function TermsPage() {
  const { chosen } = await pageLanguage();
  const own = await ownText('terms', chosen);
  return (
    <TextPage
      title="Terms"
      lead={named('What you can expect from Vigil, and what not.')}
      sections={namedSections(SECTIONS)}
      own={own}
    >
      <p className="text-ink-soft">{`Version ${env.TERMS_VERSION}`}</p>
    </TextPage>
  );
}
