'use client';

import { AlarmCounts } from '#components/admin/alarms/alarm-counts.tsx';
import { AlarmSound, SilentAlarm } from '#components/admin/alarms/alarm-sound.tsx';
import { useAlarms } from '#components/admin/alarms/use-alarms.ts';
import { silenceWords, waitingWords } from '#components/admin/board/alert-words.ts';
import { useRenewal } from '#components/admin/wall/use-renewal.ts';
import { WallClock } from '#components/admin/wall/wall-clock.tsx';
import { WallRow } from '#components/admin/wall/wall-row.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { Age } from '#components/ui/age.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { Attention } from '#lib/console/attention/schema.ts';

/** As many as a screen of 1080 px holds; nobody scrolls it. */
const SHOWN = 10;

/** The alarms, to be read from across a room. */
export function Wall({ initial, hasNames }: { initial: Attention; hasNames: boolean }) {
  const { data = initial, problem, isUrgent, alarm } = useAlarms({ shown: 'screen' }, initial);
  useRenewal(problem, isUrgent);
  const { rows, total, silence, asOf } = data;
  const hidden = total - (silence ? 1 : 0) - Math.min(rows.length, SHOWN);
  return (
    <section aria-label="Needs attention" className="grid grid-cols-1 content-start gap-y-4">
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1">
        <h1 className="sr-only">Alarms</h1>
        <p
          role="status"
          className={classNames(
            'font-bold text-[clamp(1.75rem,4.5vw,5rem)] leading-tight',
            isUrgent ? 'text-danger-ink' : 'text-good-ink',
          )}
        >
          {problem ? 'We do not know whether anything needs attention.' : waitingWords(data.waiting)}
        </p>
        <p className="text-[clamp(1rem,2vw,2rem)] text-ink-soft sm:ml-auto">
          <WallClock />
        </p>
      </div>
      <Freshness problem={problem} servedAt={asOf} signInHref="/admin/sign-in" />
      {silence ? (
        <p className="font-bold text-[clamp(1.25rem,2.5vw,2.5rem)] text-alert-ink">
          <span>{silenceWords[silence.why]}</span> <Age at={silence.since} now={asOf} />
        </p>
      ) : null}
      <AlarmCounts counts={data.counts} isLarge />
      {rows.length > 0 ? (
        <ul className="grid grid-cols-1 border-line border-t">
          {rows.slice(0, SHOWN).map((row) => (
            <WallRow key={row.subject} row={row} asOf={asOf} hasNames={hasNames} />
          ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p className="font-semibold text-[clamp(1.125rem,1.75vw,1.75rem)]">{`And ${hidden} more.`}</p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SilentAlarm alarm={alarm} />
        <AlarmSound alarm={alarm} />
        <LinkButton tone="quiet" href={hasNames ? '/admin/wall' : '/admin/wall?names=shown'} replace>
          {hasNames ? 'Hide names and places' : 'Show names and places'}
        </LinkButton>
        <LinkButton tone="quiet" href="/admin/callouts">
          Board
        </LinkButton>
        <p className="text-ink-soft text-sm sm:ml-auto">
          <span>Checked</span> <Age at={asOf} now={asOf} />
        </p>
      </div>
    </section>
  );
}
