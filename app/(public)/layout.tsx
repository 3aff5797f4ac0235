import type { ReactNode } from 'react';
import { pageLanguage } from '#app/page-language.ts';
import { PersonFooter } from '#app/person-footer.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { wordsIn } from '#lib/languages/catalogue.ts';
import { env } from '#lib/platform/env.ts';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const spoken = await pageLanguage();
  const { language, t } = spoken;
  return (
    <AppShell
      notice={<SandboxNotice isSandbox={!env.isLive} t={t} />}
      aside={
        <LinkButton href="/sign-in" tone="quiet">
          {t('entry.signIn')}
        </LinkButton>
      }
      footer={
        <div className="grid gap-2">
          <p>{t('entry.foot')}</p>
          <PersonFooter {...spoken} />
        </div>
      }
    >
      <WordsProvider
        language={language}
        words={
          language === 'en' ? { 'entry.broken': t('entry.broken') } : wordsIn(language, 'shared', 'entry')
        }
      >
        {children}
      </WordsProvider>
    </AppShell>
  );
}
