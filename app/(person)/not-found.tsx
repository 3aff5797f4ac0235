import { pageLanguage } from '#app/page-language.ts';
import { NotFoundView } from '#components/ui/not-found-view.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

/** Stands in a text for what is put there as a link. */
const GAP = '\u0000';

export default async function PersonNotFound() {
  const { t } = await pageLanguage();
  const [before = '', after = ''] = t('missing.ifYours', { signIn: GAP }).split(GAP);
  return (
    <>
      <h1 className="sr-only">{t('missing.title')}</h1>
      <NotFoundView
        title={t('missing.nothing')}
        text={t('missing.nothingText')}
        href="/panic"
        linkLabel={t('callout.notFound.back')}
      />
      <p className="text-center">
        <span>{before}</span>
        <TextLink href="/sign-in">{t('missing.signIn')}</TextLink>
        <span>{after}</span>
      </p>
    </>
  );
}
