import type { ReactNode } from 'react';
import { ownOpen } from '#app/own-open.ts';
import { pageLanguage } from '#app/page-language.ts';
import { PersonFooter } from '#app/person-footer.tsx';
import { OwnOpenCallouts } from '#components/callout/own-open-callouts.tsx';
import { LivePages } from '#components/live/live-pages.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { QueryProvider } from '#components/ui/query-provider.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { wordsIn } from '#lib/languages/catalogue.ts';
import { env } from '#lib/platform/env.ts';

/** The browser has English of itself. */
const NONE = {};

const NAV = [
  ['/panic', 'button'],
  ['/practice', 'nav.practice'],
  ['/profile', 'nav.profile'],
] as const;

export default async function PersonLayout({ children }: { children: ReactNode }) {
  const [open, spoken] = await Promise.all([ownOpen(), pageLanguage()]);
  const { language, t } = spoken;
  return (
    <AppShell
      layout="wide"
      brandHref="/panic"
      notice={<SandboxNotice isSandbox={!env.isLive} t={t} />}
      nav={NAV.map(([href, label]) => ({ href, label: t(label) }))}
      navName={t('nav.main')}
      isSlim
      footer={<PersonFooter {...spoken} />}
    >
      <WordsProvider language={language} words={language === 'en' ? NONE : wordsIn(language, 'shared')}>
        <QueryProvider>
          <LivePages>
            <OwnOpenCallouts initial={open} />
            {children}
          </LivePages>
        </QueryProvider>
      </WordsProvider>
    </AppShell>
  );
}
