import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { SilentAlarm } from '#components/admin/alarms/alarm-sound.tsx';
import { Taken } from '#components/admin/alarms/taken.tsx';
import type { Alarm } from '#components/admin/alarms/use-alarm.ts';
import type { RowActions } from '#components/admin/alarms/use-row-actions.ts';
import { silenceWords } from '#components/admin/board/alert-words.ts';
import { Age } from '#components/ui/age.tsx';
import type { Attention } from '#lib/console/attention/schema.ts';

type BannersProps = {
  data: Attention;
  alarm: Alarm;
  actions: RowActions | null;
};

/** What is true of the whole deployment. */
export function Banners({ data, alarm, actions }: BannersProps) {
  const { silence, asOf, escalatesAfterMinutes, codesUsedUpAt } = data;
  return (
    <>
      {silence ? (
        <Banner>
          <span>
            <span>{silenceWords[silence.why]}</span> <Age at={silence.since} now={asOf} />
          </span>
          <Taken
            row={{
              subject: '',
              needs: [silence],
              isWaiting: silence.acknowledged === null,
              acknowledged: silence.acknowledged,
              assigned: silence.acknowledged ? null : silence.assigned,
            }}
            asOf={asOf}
            actions={actions}
          />
        </Banner>
      ) : null}
      {escalatesAfterMinutes === null ? (
        <Banner>
          <span>Escalation is off: no SMS, no e-mail.</span>
        </Banner>
      ) : null}
      {codesUsedUpAt ? (
        <Banner>
          <span>
            <span>
              No codes are sent: the limit of this hour is reached. People who are signed out cannot sign in.
            </span>{' '}
            <Age at={codesUsedUpAt} now={asOf} />
          </span>
        </Banner>
      ) : null}
      <SilentAlarm alarm={alarm} />
    </>
  );
}

function Banner({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-center gap-x-2 text-sm font-semibold text-alert-ink">
      <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">{children}</div>
    </div>
  );
}
