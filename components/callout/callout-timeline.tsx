import { Age } from '#components/ui/age.tsx';
import { ClockTime } from '#components/ui/clock-time.tsx';
import { Timeline, type TimelineStep } from '#components/ui/timeline.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import type { Stage } from '#lib/vocabulary.ts';

/** The usual order of stages; a cancellation may come at any point. */
const USUAL_WAY: readonly Stage[] = ['raised', 'owned', 'dispatched', 'arrived', 'completed', 'closed'];

/** What happened with its time, then the stages ahead. */
export function CalloutTimeline({ callout }: { callout: Callout }) {
  const t = useWords();
  const reached = callout.timeline.length - 1;
  const facts = callout.timeline.map((fact, index): TimelineStep => {
    const isPresent = index === reached && callout.closedAt === null;
    return {
      key: `${index}`,
      title: fact.stage ? t(`stage.${fact.stage}`) : (fact.event ?? t('callout.changed')),
      when: (
        <>
          <ClockTime at={fact.at} /> · <Age at={fact.at} now={callout.servedAt} />
        </>
      ),
      ...(fact.event && fact.stage ? { detail: `“${fact.event}”` } : {}),
      progress: isPresent ? 'current' : 'done',
    };
  });
  const ahead = USUAL_WAY.slice(USUAL_WAY.indexOf(callout.stage) + 1).map(
    (stage): TimelineStep => ({ key: stage, title: t(`stage.${stage}`), progress: 'ahead' }),
  );
  const isCalledOff = callout.stage === 'cancelled';
  return (
    <Timeline
      label={t('callout.timeline')}
      notYet={t('callout.notYet')}
      steps={isCalledOff ? facts : [...facts, ...ahead]}
    />
  );
}
