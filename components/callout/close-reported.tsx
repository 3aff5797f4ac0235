import { Age } from '#components/ui/age.tsx';
import type { Callout } from '#lib/callouts/answers.ts';

type CloseReportedProps = { callout: Pick<Callout, 'closeReportedAt' | 'servedAt'> };

/** A webhook event reported the close. Events can be forged with the bearer, so AURA's own answer must confirm it. */
export function CloseReported({ callout: { closeReportedAt, servedAt } }: CloseReportedProps) {
  if (closeReportedAt === null) return null;
  return (
    <p className="font-semibold">
      <span>AURA reported that this callout is closed. That is not confirmed yet, so it counts as open.</span>{' '}
      <Age at={closeReportedAt} now={servedAt} />
    </p>
  );
}
