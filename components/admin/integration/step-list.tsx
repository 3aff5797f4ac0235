import { Circle, CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge, type BadgeTone } from '#components/ui/badge.tsx';
import { Spinner } from '#components/ui/spinner.tsx';
import { type DoctorStep, doctorStepIds, doctorSteps, type Finding } from '#lib/integration/schema.ts';

type Shown = Finding['state'] | 'running' | 'ahead';

const STATES: Record<Shown, { word: string; tone: BadgeTone; icon: ReactNode }> = {
  ok: { word: 'Ok', tone: 'good', icon: <CircleCheck aria-hidden="true" /> },
  warning: { word: 'Warning', tone: 'attention', icon: <TriangleAlert aria-hidden="true" /> },
  failed: { word: 'Failed', tone: 'attention', icon: <TriangleAlert aria-hidden="true" /> },
  not_run: { word: 'Not run', tone: 'neutral', icon: <CircleMinus aria-hidden="true" /> },
  running: { word: 'Running', tone: 'accent', icon: <Spinner /> },
  ahead: { word: 'Not yet', tone: 'neutral', icon: <Circle aria-hidden="true" /> },
};

const PARTS: readonly { title: string; quickstart: number | null }[] = [
  { title: '1. Authenticate', quickstart: 1 },
  { title: '2. Register a customer with a subscription', quickstart: 2 },
  { title: '3. Create a callout', quickstart: 3 },
  { title: '4. Open the live tracking page', quickstart: 4 },
  { title: '5. Verify and close the callout', quickstart: 5 },
  { title: 'Around it', quickstart: null },
];

type StepListProps = {
  findings: readonly Finding[];
  current: DoctorStep | undefined;
};

/** Doctor steps grouped by AURA's quickstart steps. */
export function StepList({ findings, current }: StepListProps) {
  const found = new Map(findings.map((finding) => [finding.step, finding]));
  return (
    <ol aria-label="Steps" className="grid gap-x-8 gap-y-6 xl:grid-cols-2">
      {PARTS.map(({ title, quickstart }) => (
        <li key={title} className="grid content-start gap-2">
          <h3 className="font-semibold">{title}</h3>
          <ul className="divide-y divide-line border-y border-line">
            {doctorStepIds
              .filter((step) => doctorSteps[step].quickstart === quickstart)
              .map((step) => (
                <Step key={step} step={step} finding={found.get(step)} isRunning={step === current} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

type StepProps = { step: DoctorStep; finding: Finding | undefined; isRunning: boolean };

function Step({ step, finding, isRunning }: StepProps) {
  const { name, writes } = doctorSteps[step];
  const { word, tone, icon } = STATES[finding?.state ?? (isRunning ? 'running' : 'ahead')];
  return (
    <li className="grid gap-1 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-44 font-medium">
          <span>{name}</span>
          {writes ? <span className="text-sm font-normal text-ink-soft"> (with a TEST callout)</span> : null}
        </span>
        {finding?.ms != null ? (
          <span className="text-sm text-ink-soft tabular-nums">{`${finding.ms} ms`}</span>
        ) : null}
        <Badge tone={tone}>
          {icon}
          <span>{word}</span>
        </Badge>
      </div>
      {finding ? <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">{finding.seen}</p> : null}
      {finding?.advice ? <p className="text-sm [overflow-wrap:anywhere]">{finding.advice}</p> : null}
    </li>
  );
}
