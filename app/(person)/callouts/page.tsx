import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { pageLanguage } from '#app/page-language.ts';
import { HistoryList } from '#components/callout/history-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { authenticatePress } from '#lib/identity/presser.ts';
import { listHistory } from '#lib/panic/history/list-history.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('history.title') };
}

type HistoryPageProps = { searchParams: Promise<{ after?: string | string[] }> };

/** The person's own alarms, newest first. By the press token too, as the page of each callout. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const presser = await authenticatePress(await requestHeaders());
  if (!presser.ok) redirect('/sign-in');
  const { after } = await searchParams;
  const [{ t, language }, history] = await Promise.all([
    pageLanguage(),
    listHistory(presser.value, { after }),
  ]);
  if (!history.ok) redirect(history.code === 'input.invalid' ? '/callouts' : '/sign-in');
  const { lines, next } = history.value;
  return (
    <div className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-6">
      <PageHeader title={t('history.title')} lead={t('history.lead')} />
      <HistoryList lines={lines} language={language} t={t} />
      <p className="flex flex-wrap gap-x-6">
        {after === undefined ? null : (
          <TextLink href="/callouts" className="inline-flex min-h-11 items-center">
            {t('history.newest')}
          </TextLink>
        )}
        {next ? (
          <TextLink href={`/callouts?after=${next}`} className="inline-flex min-h-11 items-center">
            {t('history.older')}
          </TextLink>
        ) : null}
      </p>
    </div>
  );
}
