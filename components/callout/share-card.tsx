'use client';

import { useState } from 'react';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkField } from '#components/ui/link-field.tsx';
import { deleteShareLinks, fetchShareState, postShareLink } from '#lib/following/sharing/queries.ts';
import type { ShareState } from '#lib/following/sharing/schema.ts';
import { named } from '#lib/languages/brand-name.ts';

type ShareCardProps = { calloutId: number; initial: ShareState };

/** Creates and revokes links by which somebody without an account can follow stage and position. */
export function ShareCard({ calloutId, initial }: ShareCardProps) {
  const [state, setState] = useState(initial);
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const change = async (work: () => Promise<string | null>) => {
    setBusy(true);
    // Unknown outcome: the true state is read again.
    setProblem(await work().catch(() => named('Vigil did not answer. Try again.')));
    await fetchShareState(calloutId).then(setState, () => undefined);
    setBusy(false);
  };
  const make = () =>
    change(async () => {
      const made = await postShareLink(calloutId);
      if (made) setUrl(made.url);
      return made ? null : 'No link was made. You can make ten links.';
    });
  const revoke = () =>
    change(async () => {
      if (!(await deleteShareLinks(calloutId))) return 'The links still work. Try again.';
      setUrl(null);
      return null;
    });

  return (
    <Card title="Let a friend follow">
      <p>Anyone with the link sees what happens and where you are, until this has ended or for one day.</p>
      {problem ? <Alert title={problem} /> : null}
      {url ? (
        <LinkField url={url} hint="Copy it now: you see it only once. Send it only to a person you trust." />
      ) : null}
      {state.active > 0 ? (
        <p>
          <span>{`${state.active === 1 ? 'One link works' : `${state.active} links work`}, as of`}</span>{' '}
          <Age at={state.servedAt} now={state.servedAt} />
          <span>.</span>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button tone="secondary" isBusy={isBusy} onClick={make}>
          {state.active > 0 ? 'Make another link' : 'Make a link'}
        </Button>
        {state.active > 0 ? (
          <Button tone="quiet" isBusy={isBusy} onClick={revoke}>
            Stop sharing
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
