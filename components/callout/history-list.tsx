import { Badge } from '#components/ui/badge.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PageLanguage } from '#lib/languages/languages.ts';
import type { Translate } from '#lib/languages/translate.ts';
import type { Ended, HistoryLine } from '#lib/panic/history/schema.ts';

type HistoryListProps = { lines: readonly HistoryLine[]; language: PageLanguage; t: Translate };

export function HistoryList({ lines, language, t }: HistoryListProps) {
  if (lines.length === 0) return <p>{t('history.none')}</p>;
  return (
    <ul className="grid divide-y divide-line">
      {lines.map(({ key, at, kind, calloutId, ended }) => (
        <li key={key} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
            <time dateTime={at}>{momentIn(language, at)}</time>
            {kind === 'test' ? <Badge tone="attention">{t('open.test')}</Badge> : null}
          </p>
          <p>{endText(ended, t)}</p>
          {calloutId === null ? null : (
            <p>
              <TextLink href={`/callouts/${calloutId}`} className="inline-flex min-h-11 items-center">
                {t('history.open')}
              </TextLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where the service is: the server does not know where the reader is, and the page needs no script. */
const ZONE = 'Africa/Johannesburg';

/** Date and time as the language has them, in digits that all read. */
function momentIn(language: PageLanguage, at: string): string {
  const locale = language === 'en' || language === 'en-XA' ? 'en-ZA' : `${language}-u-nu-latn`;
  return new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    hourCycle: 'h23',
    timeZone: ZONE,
  }).format(new Date(at));
}

/** How it ended, in no more words than are known. */
function endText(ended: Ended, t: Translate): string {
  switch (ended.how) {
    case 'open':
      return t(`stage.${ended.stage}`);
    case 'closed':
      return `${t(`history.before.${ended.before}`)} ${t('stage.closed')}`;
    case 'safe':
      return t('history.safe');
    case 'pressed':
      return t('history.pressed');
    case 'not_sent':
      return t(`history.not.${ended.state}`);
  }
}
