import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { AppShell } from '#components/ui/app-shell.tsx';
import { NotFoundView } from '#components/ui/not-found-view.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('missing.title') };
}

export default async function NotFound() {
  const { t } = await pageLanguage();
  return (
    <AppShell>
      <h1 className="sr-only">{t('missing.title')}</h1>
      <NotFoundView
        title={t('missing.page')}
        text={t('missing.pageText')}
        href="/"
        linkLabel={t('missing.start')}
      />
    </AppShell>
  );
}
