import { Radio } from 'lucide-react';
import { CallMobile } from '#components/admin/call-mobile.tsx';
import { contactTextWords } from '#components/admin/callout/contact-text-words.ts';
import { CoverageNotice } from '#components/admin/callout/coverage-notice.tsx';
import { Pace } from '#components/admin/callout/pace.tsx';
import { RereadButton } from '#components/admin/callout/reread-button.tsx';
import { CustomerName } from '#components/admin/customers/customer-name.tsx';
import { AfterAll } from '#components/callout/after-all.tsx';
import { CloseReported } from '#components/callout/close-reported.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { stageMeaningsToOperators, stageNames } from '#components/callout/stage-words.ts';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { Moment } from '#components/ui/moment.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { Status } from '#lib/console/callout-page/schema.ts';

type StateCardProps = {
  status: Status;
  problem: Error | null;
  mayReread: boolean;
  /** Whether nothing about it needs attention: green only then. */
  isCalm: boolean;
};

/** Summary: stage, since when, responder, and whether slower than usual. */
export function StateCard({ status, problem, mayReread, isCalm }: StateCardProps) {
  const isOpen = status.closedAt === null;
  return (
    <Card title="State">
      {status.kind === 'test' ? <TestBanner /> : null}
      <div className="grid gap-6 xl:grid-cols-2">
        <div className="grid content-start gap-4">
          <StatusLine tone={isOpen && isCalm ? 'good' : 'neutral'} icon={<Radio />}>
            {`${stageNames[status.stage]}. ${stageMeaningsToOperators[status.stage]}`}
          </StatusLine>
          <CloseReported callout={status} />
          <AfterAll callout={status} />
          <Freshness
            problem={problem}
            signInHref="/admin/sign-in"
            servedAt={status.servedAt}
            {...(isOpen ? { asOf: status.asOf } : {})}
          />
          <CoverageNotice covered={status.covered} servedAt={status.servedAt} />
          <DefinitionList items={factsOf(status)} />
          {isOpen && mayReread ? <RereadButton calloutId={status.calloutId} /> : null}
        </div>
        <Pace status={status} />
      </div>
    </Card>
  );
}

/** By text, frame and stripes, so that it is unmistakable without colours, too. */
function TestBanner() {
  return (
    <p className="rounded-md border-4 border-double border-alert-line bg-[repeating-linear-gradient(-45deg,var(--alert-wash),var(--alert-wash)_12px,var(--surface)_12px,var(--surface)_24px)] p-3 text-center text-lg font-bold text-alert-ink">
      <span className="rounded-sm bg-surface px-2 py-0.5 box-decoration-clone">
        TEST: this callout was made to try things out. It is no emergency.
      </span>
    </p>
  );
}

function factsOf(status: Status) {
  const { person, customerId, help, rawStatus, asOf, raisedAt, servedAt, contactTexts } = status;
  // An anonymised callout belongs to the placeholder person: no page to open and no number to call.
  const isSomebodys = customerId > 0;
  return [
    {
      term: 'Person',
      detail: <CustomerName person={person} customerId={customerId} />,
    },
    {
      term: 'Mobile',
      detail: isSomebodys ? <CallMobile mobile={person.mobile} /> : 'Deleted',
    },
    ...contactFacts(contactTexts, servedAt),
    { term: 'Help', detail: help ?? 'Kind not known' },
    { term: 'AURA’s own words', detail: rawStatus ?? 'None given' },
    { term: 'Last update', detail: <Moment at={asOf} now={servedAt} /> },
    { term: 'Raised', detail: <Moment at={raisedAt} now={servedAt} /> },
  ];
}

function contactFacts({ firstAt, ...texts }: Status['contactTexts'], servedAt: string) {
  if (texts.sent + texts.waiting + texts.stopped === 0) return [];
  const detail = (
    <>
      <span>{contactTextWords(texts)}</span>
      {firstAt ? <span>, first </span> : null}
      {firstAt ? <Moment at={firstAt} now={servedAt} /> : null}
    </>
  );
  return [{ term: 'Trusted contacts', detail }];
}
