import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { alertNames } from '#components/admin/board/alert-words.ts';
import type { Attention } from '#lib/console/attention/schema.ts';

/** What waits, counted by what it is, the most urgent first. */
export function AlarmCounts({ counts }: Pick<Attention, 'counts'>) {
  if (counts.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-center gap-x-3 gap-y-0.5 sm:gap-x-4 text-sm">
      {counts.map(({ kind, severity, count }) => (
        <li key={`${kind} ${severity}`}>
          <SeverityMark severity={severity}>
            {`${count} ${alertNames[kind]}${severity === 'green' ? ' (TEST)' : ''}`}
          </SeverityMark>
        </li>
      ))}
    </ul>
  );
}
