import { useQuery } from '@tanstack/react-query';
import { sentences } from '#components/callout/person-words.ts';
import { streamWords } from '#components/position/position-words.ts';
import { usePositionStream } from '#components/position/use-position-stream.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Callout } from '#lib/callouts/schema.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

/** How a page whose cookies the server never sees follows its callout: by the press token that it holds. */
export type FollowedHere = { callout: Callout; pressToken: string };

/** The callout on the page of its press, where its own page cannot open. */
export function FollowHere({ callout: initial, pressToken }: FollowedHere) {
  const { calloutId } = initial;
  const { data: callout, error } = useQuery(calloutQuery(calloutId, initial, false, pressToken));
  const isOpen = callout.closedAt === null;
  const { state } = usePositionStream(calloutId, isOpen, pressToken);
  return (
    <section aria-label="Help for you" className="grid gap-3">
      <p className="text-lg font-semibold" aria-live="polite">
        {sentences[callout.stage]}
      </p>
      <p>
        <span>Last update</span> <Age at={callout.asOf} now={callout.servedAt} />
        <span>{`. ${(isOpen ? streamWords(state) : null) ?? ''}`}</span>
      </p>
      {error ? <NotFollowed isRefused={isSignedOut(error)} /> : null}
      <p>Your browser blocks cookies, so you see what happens on this page. Keep this page open.</p>
    </section>
  );
}

function NotFollowed({ isRefused }: { isRefused: boolean }) {
  return isRefused ? (
    <Alert title="This page is not updated now.">
      <p>The control room has your alarm. To see what happens, allow cookies and sign in.</p>
    </Alert>
  ) : (
    <Alert title="We lost contact.">
      <p>You see the last news we have. We keep trying.</p>
    </Alert>
  );
}
