import type { ReactNode } from 'react';
import { ownOpen } from '#app/own-open.ts';
import { pageLanguage } from '#app/page-language.ts';
import { PersonFooter } from '#app/person-footer.tsx';
import { OwnOpenCallouts } from '#components/callout/own-open-callouts.tsx';
import { LeaveLink, type LeaveTexts } from '#components/leave/leave-link.tsx';
import { LivePages } from '#components/live/live-pages.tsx';
import { LoudAlarm } from '#components/loud/loud-alarm.tsx';
import { QuietBar } from '#components/quiet/quiet-bar.tsx';
import { AppShell } from '#components/ui/app-shell.tsx';
import { SandboxNotice } from '#components/ui/sandbox-notice.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { quietIn } from '#lib/push/model.ts';

/** The browser has English of itself. */
const NONE = {};

const NAV = [
  ['/panic', 'button'],
  ['/practice', 'nav.practice'],
  ['/profile', 'nav.profile'],
] as const;

export default async function PersonLayout({ children }: { children: ReactNode }) {
  const [open, spoken, headers] = await Promise.all([ownOpen(), pageLanguage(), requestHeaders()]);
  const { language, t } = spoken;
  return (
    <AppShell
      layout="wide"
      brandHref="/panic"
      notice={<SandboxNotice isSandbox={!env.isLive} t={t} />}
      nav={NAV.map(([href, label]) => ({ href, label: t(label) }))}
      navName={t('nav.main')}
      aside={<LeaveLink to={env.LEAVE_TO_URL} texts={leaveTexts(t)} />}
      isSlim
      footer={<PersonFooter {...spoken} />}
    >
      <WordsProvider language={language} words={language === 'en' ? NONE : wordsIn(language, 'shared')}>
        <LivePages>
          <QuietBar initial={quietIn(headers)} />
          <OwnOpenCallouts initial={open} />
          {children}
          <LoudAlarm />
        </LivePages>
      </WordsProvider>
    </AppShell>
  );
}

function leaveTexts(t: Translate): LeaveTexts {
  return {
    name: t('leave.name'),
    about: t('leave.about'),
    stays: t('leave.stays'),
    twoMore: t('leave.twoMore'),
    oneMore: t('leave.oneMore'),
  };
}
