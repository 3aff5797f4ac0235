import { MapPinOff } from 'lucide-react';
import { Age } from '#components/ui/age.tsx';
import type { Covered } from '#lib/coverage/schema.ts';

type CoverageNoticeProps = { covered: Covered | null; servedAt: string };

/** Warns when a position is outside AURA's coverage; nothing while inside or unknown. */
export function CoverageNotice({ covered, servedAt }: CoverageNoticeProps) {
  if (!covered || covered.isCovered) return null;
  return (
    <p className="flex items-start gap-3 rounded-md border border-alert-line bg-alert-wash p-3 text-alert-ink">
      <MapPinOff aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span>
        <strong>The newest location lies outside AURA’s coverage</strong>{' '}
        <span>{`(${covered.areas.join(', ')}), from AURA`}</span> <Age at={covered.asOf} now={servedAt} />
        <span>.</span>
      </span>
    </p>
  );
}
