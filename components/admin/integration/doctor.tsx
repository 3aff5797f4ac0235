import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Stethoscope, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { StepList } from '#components/admin/integration/step-list.tsx';
import { TestCalloutDialog } from '#components/admin/integration/test-callout-dialog.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { conclusionOf } from '#lib/integration/model.ts';
import { type DoctorRequest, runDoctorHere } from '#lib/integration/queries.ts';
import { doctorStepIds, type Finding, type Integration } from '#lib/integration/schema.ts';

type DoctorProps = { facts: Integration; mayRun: boolean; mayWrite: boolean };

/** Runs the doctor and shows each step as it ends. */
export function Doctor({ facts, mayRun, mayWrite }: DoctorProps) {
  const client = useQueryClient();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const run = useMutation({
    mutationFn: (request: DoctorRequest) => {
      setFindings([]);
      return runDoctorHere(request, (finding) => setFindings((shown) => [...shown, finding]));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['integration'] }),
  });
  const current = run.isPending ? doctorStepIds[findings.length] : undefined;
  return (
    <Card title="Doctor">
      <p className="text-ink-soft">
        Asks AURA the questions of its quickstart, one after the other, and looks at ourselves. Without a TEST
        callout it changes nothing there.
      </p>
      {mayRun ? (
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => run.mutate({ kind: 'reading' })} isBusy={run.isPending}>
            <Stethoscope aria-hidden="true" /> Run the doctor
          </Button>
          {mayWrite ? (
            <TestCalloutDialog
              isSandbox={facts.aura.isSandbox}
              host={facts.aura.host}
              isBusy={run.isPending}
              onConfirm={(customerId) => run.mutate({ kind: 'test', customerId })}
            />
          ) : null}
        </div>
      ) : (
        <p>Your role may look, but not run it.</p>
      )}
      {run.isError ? (
        <Alert title="Vigil did not answer">
          <p>The run goes on by itself and ends what it began. How it ended is in the audit.</p>
        </Alert>
      ) : null}
      <RefusalAlert problem={run.data ?? null} />
      {run.data?.fields ? <p className="text-alert-ink">{Object.values(run.data.fields).join(' ')}</p> : null}
      <Outcome findings={findings} isRunning={run.isPending} />
      <StepList findings={findings} current={current} />
      {facts.lastRun ? (
        <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
          <span>Last run</span> <Age at={facts.lastRun.at} now={facts.asOf} />{' '}
          <span>{`by ${facts.lastRun.by ?? 'the command line'}: ${facts.lastRun.summary}`}</span>
        </p>
      ) : null}
    </Card>
  );
}

function Outcome({ findings, isRunning }: { findings: readonly Finding[]; isRunning: boolean }) {
  if (isRunning) {
    return <StatusLine>{`Running: ${findings.length} of ${doctorStepIds.length} steps`}</StatusLine>;
  }
  if (findings.length === 0) return null;
  const { tone, sentence } = conclusionOf(findings);
  return (
    <StatusLine
      tone={tone}
      icon={tone === 'good' ? <CircleCheck /> : <TriangleAlert />}
    >{`The doctor is through: ${sentence}.`}</StatusLine>
  );
}
