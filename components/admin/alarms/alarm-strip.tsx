'use client';

import { Bell, BellOff, BellRing } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { AlarmCounts } from '#components/admin/alarms/alarm-counts.tsx';
import { CrashedStrip } from '#components/admin/alarms/crashed-strip.tsx';
import { NoticeSwitch } from '#components/admin/alarms/notice-switch.tsx';
import { SeverityMark } from '#components/admin/alarms/severity-mark.tsx';
import { type Alarm, SILENT_WORDS } from '#components/admin/alarms/use-alarm.ts';
import { stripQuery, useAlarms } from '#components/admin/alarms/use-alarms.ts';
import { newestHref, useNewestKey } from '#components/admin/alarms/use-newest-key.ts';
import { alertNames, waitingWords } from '#components/admin/board/alert-words.ts';
import { Shortcuts } from '#components/admin/keys/shortcuts.tsx';
import { Age } from '#components/ui/age.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ErrorBoundary } from '#components/ui/error-boundary.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Attention } from '#lib/console/attention/schema.ts';

/** It shows and sounds the alarms itself. */
const BOARD = '/admin/callouts';

/** The alarms, on every operators' page but the board. */
export function AlarmStrip() {
  const pathname = usePathname();
  const [tries, setTries] = useState(0);
  if (pathname === BOARD) return null;
  return (
    <ErrorBoundary key={tries} fallback={<CrashedStrip again={() => setTries(tries + 1)} />}>
      <Strip calloutId={calloutOfPage(pathname)} />
    </ErrorBoundary>
  );
}

/** The callout whose page this is. */
function calloutOfPage(pathname: string): number | null {
  const [, calloutId] = /^\/admin\/callouts\/(\d{1,15})$/.exec(pathname) ?? [];
  return calloutId === undefined ? null : Number(calloutId);
}

function Strip({ calloutId }: { calloutId: number | null }) {
  const { data, problem, isUrgent, alarm, notices } = useAlarms(stripQuery(calloutId));
  useNewestKey(data?.newest);
  return (
    <section
      aria-label="Alarms"
      data-screen-only
      className={classNames(
        'flex flex-wrap items-center gap-x-5 rounded-md border bg-surface px-3 py-1 xl:flex-nowrap',
        isUrgent ? 'border-danger-line' : 'border-line',
      )}
    >
      {/* No `status`: that is the page's own. */}
      <p
        aria-live="polite"
        className={classNames(
          'font-semibold xl:shrink-0',
          isUrgent ? 'text-danger-ink' : data ? 'text-good-ink' : '',
        )}
      >
        {situation(data, problem)}
      </p>
      {/* Its room is kept when it is empty: an alarm that comes must not move what somebody is about to click. */}
      <div className="order-last flex min-h-11 w-full flex-wrap items-center gap-x-5 xl:order-none xl:w-auto xl:min-w-0 xl:flex-1">
        {data ? <AlarmCounts counts={data.counts} /> : null}
        {data?.newest ? <Newest newest={data.newest} asOf={data.asOf} /> : null}
      </div>
      <span className="flex flex-wrap items-center gap-x-3 sm:ml-auto xl:flex-nowrap xl:shrink-0">
        <StripSound alarm={alarm} />
        {notices.state === 'denied' ? null : <NoticeSwitch notices={notices} />}
        <Shortcuts />
        <TextLink href="/admin/callouts" className="inline-flex min-h-11 items-center">
          Board
        </TextLink>
      </span>
    </section>
  );
}

// The words before the first answer hold without a script, too.
function situation(data: Attention | undefined, problem: Error | null): string {
  if (problem) return 'We do not know whether anything needs attention.';
  return data ? waitingWords(data.waiting) : 'The alarms are on the board.';
}

function Newest({ newest, asOf }: { newest: NonNullable<Attention['newest']>; asOf: string }) {
  return (
    <TextLink href={newestHref(newest)} className="inline-flex min-h-11 flex-wrap items-center gap-x-2">
      <span>Newest:</span>
      <SeverityMark severity={newest.severity}>{alertNames[newest.kind]}</SeverityMark>
      <Age at={newest.beganAt} now={asOf} />
      <kbd className="hidden rounded-sm border border-control px-1.5 font-sans text-sm text-ink sm:inline">
        g n
      </kbd>
    </TextLink>
  );
}

const ICONS = { on: BellRing, off: BellOff, blocked: Bell, missing: BellOff };

function StripSound({ alarm: { sound, turn } }: { alarm: Alarm }) {
  const Icon = ICONS[sound];
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Icon aria-hidden="true" className={classNames('size-5', sound === 'on' ? '' : 'text-alert-ink')} />
      {sound === 'on' ? null : (
        <span className="text-sm font-semibold text-alert-ink">{SILENT_WORDS[sound]}</span>
      )}
      <Button tone="quiet" onClick={() => void turn()}>
        {sound === 'on' ? 'Turn sound off' : 'Turn sound on'}
      </Button>
    </span>
  );
}
