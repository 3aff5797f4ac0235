import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { isPollerSilent, skewText } from '#lib/integration/model.ts';
import type { Integration, Waiting } from '#lib/integration/schema.ts';

type FactsProps = { facts: Integration };

export function AuraFacts({ facts: { aura, token, clocks, asOf } }: FactsProps) {
  return (
    <Card title="AURA">
      <DefinitionList
        items={[
          { term: 'Address', detail: aura.isSandbox ? `${aura.host} (this is the sandbox)` : aura.host },
          {
            term: 'Token',
            detail: token ? (
              <>
                <span>Held since</span> <Age at={token.heldSince} now={asOf} />
                <span>{`, ${endOf(token.expiresAt, asOf)}. Each process has its own; this is the one that answered.`}</span>
              </>
            ) : (
              'None: this process has not asked AURA anything yet.'
            ),
          },
          {
            term: 'Its clock',
            detail: clocks.aura ? (
              <>
                <span>{`${sentence(skewText(clocks.aura))}, by its answers until`}</span>{' '}
                <Age at={clocks.aura.at} now={asOf} />
              </>
            ) : (
              'Not known: no answer of AURA’s to this process yet.'
            ),
          },
        ]}
      />
    </Card>
  );
}

function endOf(expiresAt: string, asOf: string): string {
  const minutes = Math.floor((Date.parse(expiresAt) - Date.parse(asOf)) / 60_000);
  if (minutes < 0) return 'ended; the next call fetches a new one';
  return minutes === 0 ? 'ends within a minute' : `ends in ${minutes} min`;
}

export function OwnFacts({ facts }: FactsProps) {
  const { asOf, poller, queues, clocks, build, database } = facts;
  return (
    <Card title="Vigil">
      <DefinitionList
        items={[
          {
            term: 'Poller',
            detail: poller.roundAt ? (
              <>
                <span>{`${isPollerSilent(facts) ? 'Silent: it asked AURA' : 'Asked AURA'}`}</span>{' '}
                <Age at={poller.roundAt} now={asOf} />
                <span>{`, every ${poller.everyMs / 1_000} s (${poller.isQuick ? 'quick' : 'at rest'}).`}</span>{' '}
                <FailedRounds poller={poller} asOf={asOf} />
              </>
            ) : (
              'Never asked AURA: is the worker running?'
            ),
          },
          { term: 'Presses on their way', detail: <Queue queue={queues.presses} asOf={asOf} /> },
          { term: 'Webhook events to work', detail: <Queue queue={queues.webhookEvents} asOf={asOf} /> },
          { term: 'Messages to AURA', detail: <Queue queue={queues.messages} asOf={asOf} /> },
          { term: 'Cancellations to AURA', detail: <Queue queue={queues.cancellations} asOf={asOf} /> },
          { term: 'Ratings to AURA', detail: <Queue queue={queues.ratings} asOf={asOf} /> },
          {
            term: 'Jobs that could run',
            detail: (
              <>
                <Queue queue={queues.jobs} asOf={asOf} />
                <span>{queues.failingJobs > 0 ? `; ${queues.failingJobs} failing` : ''}</span>
              </>
            ),
          },
          {
            term: 'Database',
            detail:
              database.problems.length > 0
                ? database.problems.join(' ')
                : `Ready, ${database.migrations} migrations. Its clock is ${skewText(clocks.database)}.`,
          },
          {
            term: 'Build',
            detail: (
              <>
                <code className="text-sm">{build.id ?? 'unnamed (not a production start)'}</code>, this
                process began <Age at={build.startedAt} now={asOf} />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function FailedRounds({ poller, asOf }: { poller: Integration['poller']; asOf: string }) {
  const { failedRounds, failedSince } = poller;
  if (failedRounds === 0) return 'The last round was answered.';
  return (
    <>
      <span>{`${failedRounds === 1 ? 'The last round' : `The last ${failedRounds} rounds`} got no answer`}</span>
      {failedSince ? (
        <>
          , the first <Age at={failedSince} now={asOf} />
        </>
      ) : null}
      <span>.</span>
    </>
  );
}

function Queue({ queue: { count, oldestAt }, asOf }: { queue: Waiting; asOf: string }) {
  if (count === 0 || oldestAt === null) return 'None';
  const isDue = Date.parse(oldestAt) <= Date.parse(asOf);
  return (
    <>
      <span>{`${count}, the first`}</span>{' '}
      {isDue ? <Age at={oldestAt} now={asOf} /> : <span>is tried again soon</span>}
    </>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
