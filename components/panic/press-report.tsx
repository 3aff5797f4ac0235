import { CircleCheck, Clock, Send } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { type FollowedHere, FollowHere } from '#components/panic/follow-here.tsx';
import type { OpenTracking } from '#components/panic/outcome.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { type PressWords, pressWords } from '#components/panic/press-words.ts';
import { isFinal, type PressReport } from '#components/panic/send-press.ts';
import { TextForHelp } from '#components/panic/text-for-help.tsx';
import { type Contact, TrustedContactLink } from '#components/panic/trusted-contact.tsx';
import { WithdrawButton } from '#components/panic/withdraw-button.tsx';
import { Age } from '#components/ui/age.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { PageLink } from '#components/ui/page-link.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { useWords } from '#components/ui/words.tsx';

type PressReportViewProps = {
  report: PressReport;
  emergencyNumbers: readonly string[];
  controlRoom: string | null;
  contact: Contact | null;
  /** The position that went with the press. */
  fix?: SoughtFix | undefined;
  /** The press as a text message, where there is a number and a code for it. */
  text?: { number: string; code: string } | undefined;
  /** Followed on this page, where its own cannot open. */
  followed?: FollowedHere | undefined;
  /** What is wrong with it. */
  positionNote?: string | undefined;
  onSendAgain: () => void;
  /** Absent where nothing was sent that could be withdrawn. */
  onWithdraw?: (() => void) | undefined;
  /** Repeats a withdrawal that got no answer. */
  onCancelAgain: () => void;
  onPressAgain: () => void;
};

/** What is known of a press, and what to do meanwhile. */
export function PressReportView(props: PressReportViewProps) {
  const { report, positionNote, followed, onSendAgain, onWithdraw, onCancelAgain, onPressAgain } = props;
  const t = useWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const words = pressWords(report, t);
  const outcome = report.kind === 'answered' ? report.outcome : undefined;
  const openTracking = outcome?.kind === 'delivered' ? outcome.openTracking : undefined;

  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t('report.name')}
      className="mx-auto grid w-full max-w-xl grid-cols-1 gap-5"
    >
      {words.as === 'status' ? (
        <Status words={words} />
      ) : (
        <Alert title={words.title}>
          <p>{words.text}</p>
        </Alert>
      )}
      {props.text && isUnheard(report) ? <TextForHelp {...props.text} fix={props.fix} /> : null}
      {positionNote ? <p>{positionNote}</p> : null}
      {followed ? <FollowHere {...followed} /> : openTracking ? <TrackingLink to={openTracking} /> : null}
      {openTracking || outcome?.kind === 'practised' ? null : <CallForHelp {...props} />}
      {words.next === 'send_again' ? (
        <Button tone="secondary" size="large" onClick={onSendAgain}>
          {t('report.sendAgain')}
        </Button>
      ) : null}
      {words.next === 'take_back' && onWithdraw ? (
        <Button tone="secondary" size="large" onClick={onWithdraw}>
          {t('report.cancelAgain')}
        </Button>
      ) : null}
      {words.next === 'cancel_again' ? (
        <Button tone="secondary" size="large" onClick={onCancelAgain}>
          {t('report.safe')}
        </Button>
      ) : null}
      {words.mayWithdraw && onWithdraw ? <WithdrawButton onWithdraw={onWithdraw} /> : null}
      {BACK_AFTER.includes(words.next) ? (
        <BackLink tone={openTracking ? 'quiet' : 'secondary'} onPressAgain={onPressAgain} />
      ) : null}
    </section>
  );
}

/** Whether no answer came for so long that the press may have to go another way. */
function isUnheard(report: PressReport): boolean {
  switch (report.kind) {
    case 'sending':
      return report.isSilent;
    case 'unanswered':
      return true;
    case 'answered':
      return report.isStale === true && !isFinal(report.outcome);
    default:
      return false;
  }
}

/** Where the button is one of the ways on. */
const BACK_AFTER: readonly PressWords['next'][] = ['press_again', 'take_back', 'cancel_again'];

function CallForHelp({ emergencyNumbers, controlRoom, contact, fix }: PressReportViewProps) {
  const t = useWords();
  return (
    <div className="grid gap-3">
      <EmergencyNumbers numbers={emergencyNumbers} controlRoom={controlRoom} weight="first" t={t} />
      {contact ? <TrustedContactLink contact={contact} fix={fix} /> : null}
    </div>
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

type BackLinkProps = { tone: 'quiet' | 'secondary'; onPressAgain: () => void };

/** Leads to the same page without its parameters, so it also works where no script runs. */
function BackLink({ tone, onPressAgain }: BackLinkProps) {
  const t = useWords();
  const pathname = usePathname();
  return (
    <PageLink href={pathname} replace onClick={onPressAgain} className={buttonLook(tone)}>
      {t('report.back')}
    </PageLink>
  );
}

function TrackingLink({ to }: { to: OpenTracking }) {
  const t = useWords();
  const look = buttonLook('primary', 'large');
  if (to.as === 'redirect') {
    return (
      <a href={to.url} rel="noreferrer" className={look}>
        {t('report.seeHelp')}
      </a>
    );
  }
  return (
    <PageLink href={to.href} className={look}>
      {t('report.seeHelp')}
    </PageLink>
  );
}
