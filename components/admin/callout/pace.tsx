import type { ReactNode } from 'react';
import { stageNames } from '#components/callout/stage-words.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Clock } from '#components/ui/moment.tsx';
import { useAgeMs } from '#components/ui/use-age-ms.ts';
import {
  LEAST_CASES,
  overMs,
  type Progress,
  progressOf,
  type Usually,
} from '#lib/console/callout-page/model.ts';
import type { Status } from '#lib/console/callout-page/schema.ts';
import { durationText } from '#lib/following/outcomes/model.ts';

/** Duration of each stage beside its usual duration. */
export function Pace({ status }: { status: Status }) {
  const { steps, running } = progressOf(status, status.usual);
  return (
    <div className="grid content-start gap-3">
      <ol
        aria-label="Stages and how long they took"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-3"
      >
        {steps.map(({ stage, at, tookMs, usually }) => (
          <Tile key={stage} name={stageNames[stage]} when={<Clock at={at} />}>
            {tookMs === null ? null : (
              <>
                <p className="text-lg font-semibold tabular-nums">{`after ${durationText(tookMs)}`}</p>
                <p className="text-sm text-ink-soft">{usuallyWords(usually)}</p>
              </>
            )}
          </Tile>
        ))}
        {running ? <Running running={running} servedAt={status.servedAt} /> : null}
      </ol>
      <p className="text-sm text-ink-soft">
        Counted from one stage to the next, by when Vigil heard of it. What is usual is the median of the
        newest 500 closed callouts that were no tests.
      </p>
    </div>
  );
}

type RunningProps = { running: NonNullable<Progress['running']>; servedAt: string };

/** The running stage, counting up. In print, up to the time of rendering. */
function Running({ running: { stage, since, usually }, servedAt }: RunningProps) {
  const elapsedMs = Math.max(0, useAgeMs(since, servedAt));
  const over = overMs(elapsedMs, usually);
  return (
    <Tile name={`${stageNames[stage]} for`} isPresent isOver={over !== null}>
      <p className="text-lg font-semibold tabular-nums">{durationText(elapsedMs)}</p>
      {over === null ? null : (
        <p className="text-sm font-semibold">{`${durationText(over)} over its usual time`}</p>
      )}
      <p className={over === null ? 'text-sm text-ink-soft' : 'text-sm'}>{usuallyWords(usually)}</p>
    </Tile>
  );
}

function usuallyWords(usually: Usually): string {
  return usually
    ? `usually ${durationText(usually.medianMs)}, of ${usually.cases} callouts`
    : `no comparison yet: fewer than ${LEAST_CASES} callouts`;
}

type TileProps = {
  name: string;
  children: ReactNode;
  when?: ReactNode;
  isPresent?: boolean;
  isOver?: boolean;
};

function Tile({ name, when, isPresent = false, isOver = false, children }: TileProps) {
  return (
    <li
      aria-current={isPresent ? 'step' : undefined}
      className={classNames(
        'grid content-start gap-0.5 rounded-md border p-3 break-inside-avoid',
        isOver
          ? 'border-alert-line bg-alert-wash text-alert-ink'
          : isPresent
            ? 'border-accent bg-accent-wash'
            : 'border-line',
      )}
    >
      <p className="font-semibold">{name}</p>
      {children}
      {when ? <p className="text-sm text-ink-soft">{when}</p> : null}
    </li>
  );
}
