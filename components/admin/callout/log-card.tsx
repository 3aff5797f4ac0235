import { entryWords } from '#components/admin/callout/log-words.ts';
import { stageNames } from '#components/callout/stage-words.ts';
import { Card } from '#components/ui/card.tsx';
import { Clock, Moment, ZoneNote } from '#components/ui/moment.tsx';
import { Timeline, type TimelineStep } from '#components/ui/timeline.tsx';
import { MAX_ENTRIES } from '#lib/console/callout-page/model.ts';
import type { Entry, Status } from '#lib/console/callout-page/schema.ts';
import type { Stage } from '#lib/vocabulary.ts';

/** The usual order of stages; a cancellation may come at any point. */
const USUAL_WAY: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived', 'completed', 'closed'];

/** The complete log with sources, then the stages ahead. */
export function LogCard({ status }: { status: Status }) {
  const { log, servedAt, stage, closedAt } = status;
  const present = closedAt === null ? log.findLastIndex(isStage) : -1;
  const steps = log.map((entry, index): TimelineStep => {
    const { title, detail } = entryWords(entry);
    return {
      key: `${index}`,
      title,
      when: <When entry={entry} servedAt={servedAt} />,
      detail,
      progress: index === present ? 'current' : isStage(entry) ? 'done' : 'aside',
    };
  });
  const ahead = USUAL_WAY.slice(USUAL_WAY.indexOf(stage) + 1).map(
    (name): TimelineStep => ({ key: name, title: stageNames[name], progress: 'ahead' }),
  );
  return (
    <Card title="Timeline">
      {log.length >= MAX_ENTRIES ? <p>{`Only the newest ${MAX_ENTRIES} entries are shown.`}</p> : null}
      <Timeline label="Timeline" steps={stage === 'cancelled' ? steps : [...steps, ...ahead]} />
      <p className="text-sm text-ink-soft print:hidden">
        <ZoneNote />
      </p>
    </Card>
  );
}

function When({ entry, servedAt }: { entry: Entry; servedAt: string }) {
  if (entry.kind !== 'messages' || entry.count === 1) return <Moment at={entry.at} now={servedAt} />;
  return (
    <>
      <Clock at={entry.at} /> to <Moment at={entry.until} now={servedAt} />
    </>
  );
}

function isStage(entry: Entry): boolean {
  return entry.kind === 'fact' && entry.stage !== null;
}
