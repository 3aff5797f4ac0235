import { useState } from 'react';
import { isSilent } from '#components/callout/silence.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { named } from '#lib/languages/brand-name.ts';
import { isSignedOut } from '#lib/platform/browser-fetch.ts';

type FreshnessProps = {
  /** Our last request's failure; null on success. */
  problem: Error | null;
  servedAt: string;
  /** AURA's last report, while polling is active. */
  asOf?: string;
  signInHref: string;
};

/** Warns when data may be stale, and since when. */
export function Freshness({ problem, servedAt, asOf, signInHref }: FreshnessProps) {
  const [lookedFrom] = useState(servedAt);
  if (isSignedOut(problem)) {
    return (
      <Alert title="You are signed out">
        <p>
          What you see was true <Age at={servedAt} now={servedAt} /> and is not updated any more.{' '}
          <TextLink href={signInHref}>Sign in again</TextLink>
        </p>
      </Alert>
    );
  }
  if (problem) {
    return (
      <Alert title={named('No connection to Vigil')}>
        <p>
          What you see was true <Age at={servedAt} now={servedAt} />. We keep trying.
        </p>
      </Alert>
    );
  }
  if (asOf && isSilent(asOf, servedAt, lookedFrom)) {
    return (
      <Alert title="No news from AURA">
        <p>
          Last update from AURA <Age at={asOf} now={servedAt} />. We keep asking.
        </p>
      </Alert>
    );
  }
  return null;
}
