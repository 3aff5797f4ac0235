import { useReading } from '#components/live/use-reading.ts';
import { streamWords } from '#components/position/position-words.ts';
import { usePositionStream } from '#components/position/use-position-stream.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { useWords } from '#components/ui/words.tsx';
import { CLOSED_MS, pollEveryMs } from '#lib/live/model.ts';
import type { CalloutHere } from '#lib/panic/answers.ts';
import { readCalloutOfPress } from '#lib/panic/queries.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

/** How a page whose cookies the server never sees follows its callout: by the press token that it holds. */
export type FollowedHere = { callout: CalloutHere; pressToken: string };

/** The callout on the page of its press, where its own page cannot open. */
export function FollowHere({ callout: initial, pressToken }: FollowedHere) {
  const t = useWords();
  const { calloutId } = initial;
  const { data: callout, error } = useReading({
    name: `${calloutId}`,
    initial,
    read: (signal) => readCalloutOfPress(calloutId, { signal, bearer: pressToken }),
    everyMs: ({ closedAt }) => (closedAt ? CLOSED_MS : pollEveryMs(false)),
    followed: [`callout:${calloutId}`],
  });
  const isOpen = callout.closedAt === null;
  const { state } = usePositionStream(calloutId, isOpen, pressToken);
  return (
    <section aria-label={t('follow.name')} className="grid gap-3">
      <p className="text-lg font-semibold" aria-live="polite">
        {t(`stage.${callout.stage}`)}
      </p>
      <p>
        <span>{t('follow.update')}</span> <Age at={callout.asOf} now={callout.servedAt} />
        <span>{`. ${(isOpen ? streamWords(state, t) : null) ?? ''}`}</span>
      </p>
      {error ? <NotFollowed isRefused={isSignedOut(error)} /> : null}
      <p>{t('follow.here')}</p>
    </section>
  );
}

function NotFollowed({ isRefused }: { isRefused: boolean }) {
  const t = useWords();
  return isRefused ? (
    <Alert title={t('follow.refused')}>
      <p>{t('follow.refusedText')}</p>
    </Alert>
  ) : (
    <Alert title={t('follow.lost')}>
      <p>{t('follow.lostText')}</p>
    </Alert>
  );
}
