import { Age } from '#components/ui/age.tsx';
import type { Callout } from '#lib/callouts/schema.ts';

type CloseReportedProps = { callout: Pick<Callout, 'closeReportedAt' | 'servedAt'> };

/** That an event named the close. Whoever has the bearer can send one, so the callout is open until AURA answers so. */
export function CloseReported({ callout: { closeReportedAt, servedAt } }: CloseReportedProps) {
  if (closeReportedAt === null) return null;
  return (
    <p className="font-semibold">
      <span>AURA reported that this callout is closed. That is not confirmed yet, so it counts as open.</span>{' '}
      <Age at={closeReportedAt} now={servedAt} />
    </p>
  );
}
