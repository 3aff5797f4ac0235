import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { alertNames, holderWords, severityOfNeed } from '#components/admin/board/alert-words.ts';
import { TestMark } from '#components/admin/board/test-mark.tsx';
import { Age } from '#components/ui/age.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { isolated, wholeName } from '#components/ui/name-text.ts';
import type { AttentionRow } from '#lib/console/attention/schema.ts';

type WallRowProps = { row: AttentionRow; asOf: string; hasNames: boolean };

/** One callout or undelivered press, in one large line. */
export function WallRow({ row, asOf, hasNames }: WallRowProps) {
  const { callout, needs, isTest, isWaiting, beganAt, help } = row;
  const what = callout ? `Callout ${callout.calloutId}` : 'Press';
  return (
    <li
      className={classNames(
        'flex flex-wrap items-center gap-x-6 gap-y-1 border-line lg:flex-nowrap lg:[&>span]:whitespace-nowrap border-b py-2 text-[clamp(1.125rem,1.75vw,1.75rem)]',
        isWaiting ? '' : 'text-ink-soft',
      )}
    >
      <span className="flex flex-wrap gap-x-4 lg:shrink-0 lg:flex-nowrap">
        {needs.map(({ kind, acknowledged }) => (
          <SeverityMark
            key={kind}
            severity={isTest ? 'green' : severityOfNeed(kind)}
            isQuiet={acknowledged !== null}
          >
            {alertNames[kind]}
          </SeverityMark>
        ))}
        {isTest ? <TestMark /> : null}
      </span>
      <span>{help ? `${what} · ${help}` : what}</span>
      {hasNames ? <span className="min-w-0 truncate">{nameAndPlace(row)}</span> : null}
      <span className="sm:ml-auto">{holderWords(row, hasNames)}</span>
      <span className="min-w-[5ch] text-right font-semibold">
        <Age at={beganAt} now={asOf} />
      </span>
    </li>
  );
}

function nameAndPlace({ person, address, place }: AttentionRow): string {
  const where =
    address ?? (place ? `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` : 'no location');
  return `${isolated(wholeName(person))}, ${where}`;
}
