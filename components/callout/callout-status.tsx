'use client';

import { useQuery } from '@tanstack/react-query';
import { Ban, BellRing, CircleCheck, Headset, Hourglass, type LucideIcon, MapPin, Truck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '#components/callout/banner.tsx';
import { CallLink, type Numbers } from '#components/callout/call-links.tsx';
import { CallRow } from '#components/callout/call-row.tsx';
import { lossOf } from '#components/callout/loss-words.ts';
import { arrivalText, stageSince, tones } from '#components/callout/person-words.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Callout } from '#lib/callouts/answers.ts';
import { calloutQuery } from '#lib/callouts/queries.ts';
import type { Stage } from '#lib/vocabulary.ts';

const ICONS: Record<Stage, LucideIcon> = {
  raised: BellRing,
  owned: Headset,
  dispatched: Truck,
  arrived: MapPin,
  completed: CircleCheck,
  cancelled: Ban,
  closed: CircleCheck,
};

type CalloutStatusProps = {
  initial: Callout;
  numbers: Numbers /** What else can be done. */;
  children: ReactNode;
};

/** What is happening now, with its age; bad news in its place, with the number to call first. */
export function CalloutStatus({ initial, numbers, children }: CalloutStatusProps) {
  const t = useWords();
  const { data: callout, error } = useQuery(calloutQuery(initial.calloutId, initial, useLive()));
  const [lookedFrom] = useState(initial.servedAt);
  const isClosed = callout.closedAt !== null;
  const router = useRouter();
  // Refreshes the page after "I am safe" (here or in another tab), its withdrawal by a new press, or a close.
  const isOtherPage = callout.safeAskedAt !== initial.safeAskedAt || callout.closedAt !== initial.closedAt;
  useEffect(() => {
    if (isOtherPage) router.refresh();
  }, [isOtherPage, router]);
  const isSafe = callout.safeAskedAt !== null && !isClosed;
  const loss = lossOf(error, callout, !isClosed && !isSafe, lookedFrom, t);
  // A stage would reveal whether the code was right.
  const { Icon, words, since } = isSafe
    ? { Icon: Hourglass, words: t('callout.saidSafe'), since: callout.safeAskedAt }
    : { Icon: ICONS[callout.stage], words: t(`stage.${callout.stage}`), since: stageSince(callout) };
  const tone = loss ? 'bad' : isSafe ? 'ended' : tones[callout.stage];
  const arrival = isSafe || loss ? null : arrivalText(callout, t);
  const { servedAt } = callout;
  return (
    <div className="grid gap-3">
      <Banner
        tone={tone}
        icon={<Icon />}
        alarm={tone === 'bad' ? <Alarm loss={loss} servedAt={servedAt} numbers={numbers} /> : null}
        aside={
          <p className="text-sm">
            {arrival ? <strong>{`${arrival} · `}</strong> : null}
            <span>{t('callout.since')}</span> <Age at={since ?? servedAt} now={servedAt} />
            {isClosed || isSafe || loss ? null : (
              <>
                <span>{` · ${t('callout.update')} `}</span>
                <Age at={callout.asOf} now={servedAt} />
              </>
            )}
            {callout.kind === 'test' ? (
              <>
                {' '}
                <Badge tone="attention">{t('open.test')}</Badge>
              </>
            ) : null}
          </p>
        }
      >
        {loss ? t('callout.before', { words }) : words}
      </Banner>
      <CallRow numbers={numbers} isCalledAbove={tone === 'bad'}>
        {children}
      </CallRow>
      <CloseHeard callout={callout} />
      <Next isSafe={isSafe} isClosed={isClosed} />
    </div>
  );
}

type AlarmProps = { loss: ReturnType<typeof lossOf>; servedAt: string; numbers: Numbers };

/** The number to call, then what is wrong. */
function Alarm({ loss, servedAt, numbers }: AlarmProps) {
  const t = useWords();
  const first = numbers.emergency[0];
  return (
    <div className="grid gap-2">
      {first === undefined ? null : (
        <CallLink number={first} words={t('call.number', { number: first })} className="min-h-12!" />
      )}
      {loss ? (
        <div role="alert">
          <p className="text-lg font-bold">{loss.title}</p>
          <p>
            <span>{loss.text}</span>{' '}
            {loss.isSignedOut ? (
              <a href="/sign-in" className="inline-flex min-h-11 items-center underline">
                {t('callout.signInAgain')}
              </a>
            ) : (
              <Age at={loss.since} now={servedAt} />
            )}
          </p>
        </div>
      ) : null}
    </div>
  );
}

/** A webhook event reported the close. Events can be forged with the bearer, so AURA's own answer must confirm it. */
function CloseHeard({ callout: { closeReportedAt, servedAt } }: { callout: Callout }): ReactNode {
  const t = useWords();
  if (closeReportedAt === null) return null;
  return (
    <p className="font-semibold">
      <span>{t('callout.closeHeard')}</span> <Age at={closeReportedAt} now={servedAt} />
    </p>
  );
}

function Next({ isSafe, isClosed }: { isSafe: boolean; isClosed: boolean }) {
  const t = useWords();
  if (isClosed) return <LinkButton href="/panic">{t('callout.back')}</LinkButton>;
  if (!isSafe) return null;
  return (
    <div className="grid gap-3">
      <p>{t('callout.frozen')}</p>
      <LinkButton href="/panic">{t('callout.needHelp')}</LinkButton>
    </div>
  );
}
