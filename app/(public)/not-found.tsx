import { pageLanguage } from '#app/page-language.ts';
import { NotFoundView } from '#components/ui/not-found-view.tsx';

export default async function PublicNotFound() {
  const { t } = await pageLanguage();
  return (
    <>
      <h1 className="sr-only">{t('missing.title')}</h1>
      <NotFoundView
        title={t('missing.page')}
        text={t('missing.wrong')}
        href="/"
        linkLabel={t('missing.start')}
      />
    </>
  );
}
