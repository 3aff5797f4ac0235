import { useQuery } from '@tanstack/react-query';
import { streamWords } from '#components/position/position-words.ts';
import { usePositionStream } from '#components/position/use-position-stream.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { calloutQuery } from '#lib/callouts/queries.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

/** How a page whose cookies the server never sees follows its callout: by the press token that it holds. */
export type FollowedHere = { callout: Callout; pressToken: string };

/** The callout on the page of its press, where its own page cannot open. */
export function FollowHere({ callout: initial, pressToken }: FollowedHere) {
  const t = useWords();
  const { calloutId } = initial;
  const { data: callout, error } = useQuery(calloutQuery(calloutId, initial, false, pressToken));
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
