'use client';

import { CircleCheck, Clock, Send } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import type { OpenTracking } from '#components/panic/outcome.ts';
import { type PressWords, pressWords } from '#components/panic/press-words.ts';
import type { PressReport } from '#components/panic/send-press.ts';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { StatusLine } from '#components/ui/status-line.tsx';

type PressReportViewProps = {
  report: PressReport;
  emergencyNumbers: readonly string[];
  /** What is wrong with the position that went with the press. */
  positionNote?: string | undefined;
  onSendAgain: () => void;
  onPressAgain: () => void;
};

/** What is known of a press, and what to do meanwhile. */
export function PressReportView(props: PressReportViewProps) {
  const { report, emergencyNumbers, positionNote, onSendAgain, onPressAgain } = props;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const words = pressWords(report);
  const openTracking =
    report.kind === 'answered' && report.outcome.kind === 'delivered'
      ? report.outcome.openTracking
      : undefined;

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label="Your press"
      className="mx-auto grid w-full max-w-xl grid-cols-1 gap-5"
    >
      {words.as === 'status' ? (
        <Status words={words} />
      ) : (
        <Alert title={words.title}>
          <p>{words.text}</p>
        </Alert>
      )}
      {positionNote ? <p>{positionNote}</p> : null}
      {openTracking ? <TrackingLink to={openTracking} /> : null}
      {openTracking ? null : <EmergencyNumbers numbers={emergencyNumbers} weight="first" />}
      {words.as === 'failure' && words.next === 'send_again' ? (
        <Button tone="secondary" size="large" onClick={onSendAgain}>
          Send again
        </Button>
      ) : null}
      {openTracking || (words.as === 'failure' && words.next === 'press_again') ? (
        <Button tone={openTracking ? 'quiet' : 'secondary'} onClick={onPressAgain}>
          Back to the button
        </Button>
      ) : null}
    </section>
  );
}

const ICONS = { neutral: <Send />, good: <CircleCheck />, attention: <Clock /> };

/** One live region through all the states of a press, because a new one would not be read out. */
function Status({ words }: { words: Extract<PressWords, { as: 'status' }> }) {
  return (
    <>
      {words.warning ? <Alert title={words.warning} /> : null}
      <StatusLine
        key="status"
        tone={words.tone}
        icon={ICONS[words.tone]}
        aside={<Age at={words.at} now={words.at} />}
      >
        {words.text}
      </StatusLine>
    </>
  );
}

function TrackingLink({ to }: { to: OpenTracking }) {
  const look = buttonLook('primary', 'large');
  if (to.as === 'redirect') {
    return (
      <a href={to.url} rel="noreferrer" className={look}>
        Follow the response
      </a>
    );
  }
  return (
    <Link href={to.href} className={look}>
      Follow the response
    </Link>
  );
}
