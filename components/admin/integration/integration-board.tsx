'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { CallTable } from '#components/admin/integration/call-table.tsx';
import { Doctor } from '#components/admin/integration/doctor.tsx';
import { DriftTable } from '#components/admin/integration/drift-table.tsx';
import { AuraFacts, OwnFacts } from '#components/admin/integration/facts.tsx';
import { KeptFacts } from '#components/admin/integration/kept-facts.tsx';
import { WebhookFacts } from '#components/admin/integration/webhook-facts.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { Age } from '#components/ui/age.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { type Verdict, verdictOf } from '#lib/integration/model.ts';
import { integrationQuery } from '#lib/integration/queries.ts';
import type { Integration } from '#lib/integration/schema.ts';

type IntegrationBoardProps = {
  initial: Integration;
  may: { run: boolean; write: boolean; register: boolean };
};

const LOOKS = {
  nobody: { tone: 'good', icon: <CircleCheck /> },
  unknown: { tone: 'neutral', icon: <CircleHelp /> },
  aura: { tone: 'attention', icon: <TriangleAlert /> },
  us: { tone: 'attention', icon: <TriangleAlert /> },
  both: { tone: 'attention', icon: <TriangleAlert /> },
} as const satisfies Record<Verdict['blame'], unknown>;

/** Stale data allows no verdict. */
const UNANSWERED: Verdict = {
  blame: 'us',
  sentence: 'It is us, or your line to Vigil: this page gets no answer.',
};

/** Integration status, refreshed live. */
export function IntegrationBoard({ initial, may }: IntegrationBoardProps) {
  const { data: facts, error } = useQuery(integrationQuery(initial));
  const { asOf } = facts;
  const { blame, sentence } = error ? UNANSWERED : verdictOf(facts);
  return (
    <>
      <Freshness problem={error} servedAt={asOf} signInHref="/admin/sign-in" />
      <StatusLine {...LOOKS[blame]} aside={<Age at={asOf} now={asOf} />}>
        {sentence}
      </StatusLine>
      <Doctor facts={facts} mayRun={may.run} mayWrite={may.write} />
      <section className="grid min-w-0 gap-4">
        <h2 className="text-lg font-semibold">Calls in the last hour</h2>
        <CallTable calls={facts.calls} asOf={asOf} />
      </section>
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <AuraFacts facts={facts} />
          <WebhookFacts facts={facts} mayRegister={may.register} />
        </div>
        <div className="grid min-w-0 gap-6">
          <OwnFacts facts={facts} />
          <KeptFacts facts={facts} />
        </div>
      </div>
      <section className="grid min-w-0 gap-4">
        <h2 className="text-lg font-semibold">What AURA sent that we do not know</h2>
        <DriftTable drift={facts.drift} asOf={asOf} />
      </section>
    </>
  );
}
