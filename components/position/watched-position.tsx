import { accuracyText, doubtWords, pauseWords } from '#components/position/position-words.ts';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { Coordinates } from '#components/ui/coordinates.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import type { CalloutDetail } from '#lib/callouts/answers.ts';
import type { Following, Trail } from '#lib/geo/schema.ts';

/** The person's live position and trail. */
export function WatchedPosition({ callout }: { callout: CalloutDetail }) {
  const { following, trail, servedAt, closedAt } = callout;
  if (!following) {
    return (
      <Card title="Live position">
        <p>No device has sent its position since the press.</p>
      </Card>
    );
  }
  const isOpen = closedAt === null;
  return (
    <Card title="Live position" actions={isOpen ? <StateBadge following={following} /> : null}>
      <Situation following={following} isOpen={isOpen} servedAt={servedAt} />
      <DefinitionList items={factsOf(following, servedAt)} />
      {trail.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-2 font-semibold">
            {trail.length === 1 ? 'The only position' : `The last ${trail.length} positions`}
          </summary>
          <TrailTable trail={trail} servedAt={servedAt} />
        </details>
      ) : null}
    </Card>
  );
}

function StateBadge({ following }: { following: Following }) {
  return following.state === 'live' ? (
    <Badge tone="good">Live</Badge>
  ) : (
    <Badge tone="attention">Paused</Badge>
  );
}

type SituationProps = { following: Following; isOpen: boolean; servedAt: string };

function Situation({ following, isOpen, servedAt }: SituationProps) {
  if (!isOpen) return <p>The callout is closed: this is where the device was last.</p>;
  if (following.state === 'live') return null;
  const lastAt = following.newest?.measuredAt;
  return (
    <p>
      <strong>
        <span>Position paused</span>
        {lastAt ? (
          <>
            , last <Age at={lastAt} now={servedAt} />
          </>
        ) : null}
        <span>.</span>
      </strong>{' '}
      <span>{`${pauseWords[following.pauseReason ?? 'silent']}`}</span>
    </p>
  );
}

function factsOf({ newest, atAuraMeasuredAt }: Following, servedAt: string) {
  if (!newest) return [{ term: 'Coordinates', detail: 'None that can be believed yet' }];
  return [
    { term: 'Coordinates', detail: <Coordinates place={newest} /> },
    { term: 'Accuracy', detail: accuracyText(newest.accuracy) },
    { term: 'Measured', detail: <Age at={newest.measuredAt} now={servedAt} /> },
    {
      term: 'AURA has',
      detail: atAuraMeasuredAt ? (
        <>
          the position of <Age at={atAuraMeasuredAt} now={servedAt} />
        </>
      ) : (
        'none of these yet'
      ),
    },
  ];
}

function coordinates({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

/** One line per fix, as there may be a hundred. */
function TrailTable({ trail, servedAt }: { trail: Trail; servedAt: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: large text makes it wider than a phone, and keys must move it, too
    <section aria-label="Positions" tabIndex={0} className="overflow-x-auto">
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">Positions, newest first</caption>
        <thead>
          <tr className="border-b border-control text-ink-soft">
            {['Measured', 'Coordinates', 'Accuracy'].map((header) => (
              <th key={header} scope="col" className="py-2 pr-3 font-semibold last:pr-0 last:text-right">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {trail.map((fix) => (
            <tr key={`${fix.measuredAt} ${fix.receivedAt}`} className="align-top break-inside-avoid">
              <td className="py-2 pr-3 text-ink-soft">
                <Age at={fix.measuredAt} now={servedAt} />
              </td>
              <td className="py-2 pr-3 [overflow-wrap:anywhere]">
                <span>{coordinates(fix)}</span>
                {fix.doubt ? <span className="block text-alert-ink">{doubtWords[fix.doubt]}</span> : null}
              </td>
              <td className="py-2 text-right">{accuracyText(fix.accuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
