import { useEffect } from 'react';
import { SILENT_WORDS, useAlarm } from '#components/admin/alarms/use-alarm.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';

const AGAIN_MS = 5_000;

/** In place of a strip that threw: rings, marks the title, and has it rendered again. */
export function CrashedStrip({ again }: { again: () => void }) {
  useTitleBadge('?');
  const { sound } = useAlarm(true);
  useEffect(() => {
    const timer = setTimeout(again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [again]);
  return (
    <section
      aria-label="Alarms"
      data-screen-only
      className="flex flex-wrap items-center gap-x-5 gap-y-1 rounded-md border border-danger-line bg-surface px-3 py-1"
    >
      <p aria-live="polite" className="font-semibold text-danger-ink">
        We do not know whether anything needs attention.
      </p>
      {sound === 'on' ? null : (
        <span className="text-sm font-semibold text-alert-ink">{SILENT_WORDS[sound]}</span>
      )}
      <TextLink href="/admin/callouts" className="inline-flex min-h-11 items-center sm:ml-auto">
        Board
      </TextLink>
    </section>
  );
}
