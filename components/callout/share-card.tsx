'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkField } from '#components/ui/link-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { deleteShareLinks, postShareLink, shareStateQuery } from '#lib/following/sharing/queries.ts';
import type { ShareState } from '#lib/following/sharing/schema.ts';

type ShareCardProps = { calloutId: number; initial: ShareState };

/** Creates and revokes links by which somebody without an account can follow stage and position. */
export function ShareCard({ calloutId, initial }: ShareCardProps) {
  const t = useWords();
  const { data: state, refetch } = useQuery(shareStateQuery(calloutId, initial));
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const change = async (work: () => Promise<string | null>) => {
    setBusy(true);
    // Unknown outcome: the true state is read again.
    setProblem(await work().catch(() => t('callout.noAnswer')));
    await refetch();
    setBusy(false);
  };
  const make = () =>
    change(async () => {
      const made = await postShareLink(calloutId);
      if (made) setUrl(made.url);
      return made ? null : t('callout.noLink');
    });
  const revoke = () =>
    change(async () => {
      if (!(await deleteShareLinks(calloutId))) return t('callout.stillWork');
      setUrl(null);
      return null;
    });

  return (
    <Card title={t('callout.share')}>
      <p>{t('callout.shareText')}</p>
      {problem ? <Alert title={problem} /> : null}
      {url ? <LinkField url={url} hint={t('callout.shareHint')} /> : null}
      {state.texted > 0 ? <p>{t('callout.texted', { count: state.texted })}</p> : null}
      {state.texting > 0 ? <p>{t('callout.texting')}</p> : null}
      {state.active > 0 ? (
        <p>
          <span>
            {state.active === 1 ? t('callout.shareOne') : t('callout.shareMany', { count: state.active })}
          </span>{' '}
          <Age at={state.servedAt} now={state.servedAt} />
          <span>.</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button tone="secondary" isBusy={isBusy} onClick={make}>
          {state.active > 0 ? t('callout.makeMore') : t('callout.make')}
        </Button>
        {state.active + state.texting > 0 ? (
          <Button tone="quiet" isBusy={isBusy} onClick={revoke}>
            {t('callout.stop')}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
