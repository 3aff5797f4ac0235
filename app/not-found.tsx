import type { Metadata } from 'next';
import { pageLanguage } from '#app/page-language.ts';
import { Brand } from '#components/ui/brand.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { MAIN_ID } from '#components/ui/skip-link.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('missing.title') };
}

/** For an address that is no page. Its scripts are sent with every page, so it has none: plain links. */
export default async function NotFound() {
  const { t } = await pageLanguage();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-5xl px-4 py-2 sm:px-6">
          <a href="/" className="-ms-1 flex min-h-11 items-center rounded-md px-1">
            <Brand />
          </a>
        </div>
      </header>
      <main
        id={MAIN_ID}
        tabIndex={-1}
        className="mx-auto grid w-full max-w-5xl flex-1 grid-cols-1 content-start gap-8 px-4 py-8 sm:px-6 sm:py-12"
      >
        <h1 className="sr-only">{t('missing.title')}</h1>
        <EmptyState
          title={t('missing.page')}
          actions={
            <a href="/" className={buttonLook()}>
              {t('missing.start')}
            </a>
          }
        >
          <p>{t('missing.pageText')}</p>
        </EmptyState>
      </main>
    </div>
  );
}
