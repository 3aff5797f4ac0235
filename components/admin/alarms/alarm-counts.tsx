import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { alertNames } from '#components/admin/board/alert-words.ts';
import { classNames } from '#components/ui/class-names.ts';
import type { Attention } from '#lib/console/attention/schema.ts';

/** What waits, counted by what it is, the most urgent first. */
export function AlarmCounts({ counts, isLarge = false }: Pick<Attention, 'counts'> & { isLarge?: boolean }) {
  if (counts.length === 0) return null;
  return (
    <ul
      className={classNames(
        'flex flex-wrap items-center gap-y-0.5',
        isLarge ? 'gap-x-8 text-[clamp(1.25rem,2.5vw,2.5rem)]' : 'gap-x-3 text-sm sm:gap-x-4',
      )}
    >
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
