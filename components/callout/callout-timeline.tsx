import { sourceNames, stageNames } from '#components/callout/stage-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Timeline, type TimelineStep } from '#components/ui/timeline.tsx';
import type { Callout } from '#lib/callouts/schema.ts';
import type { Stage } from '#lib/vocabulary.ts';

/** The usual order of stages; a cancellation may come at any point. */
const USUAL_WAY: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived', 'completed', 'closed'];

/** Facts with age and source, then the stages ahead. */
export function CalloutTimeline({ callout }: { callout: Callout }) {
  const reached = callout.timeline.length - 1;
  const facts = callout.timeline.map((fact, index): TimelineStep => {
    const title = fact.stage ? stageNames[fact.stage] : (fact.event ?? 'Something changed');
    const isPresent = index === reached && callout.closedAt === null;
    return {
      key: `${index}`,
      title,
      when: <Age at={fact.at} now={callout.servedAt} />,
      detail: `${fact.event && fact.stage ? `“${fact.event}” · ` : ''}${sourceNames[fact.source]}`,
      progress: isPresent ? 'current' : 'done',
    };
  });
  const ahead = USUAL_WAY.slice(USUAL_WAY.indexOf(callout.stage) + 1).map(
    (stage): TimelineStep => ({ key: stage, title: stageNames[stage], progress: 'ahead' }),
  );
  const isCalledOff = callout.stage === 'cancelled';
  return <Timeline label="Timeline" steps={isCalledOff ? facts : [...facts, ...ahead]} />;
}
