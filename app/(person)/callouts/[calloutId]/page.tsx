import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageLanguage } from '#app/page-language.ts';
import { OwnAfterAll } from '#components/callout/after-all.tsx';
import { CalloutHistory } from '#components/callout/callout-history.tsx';
import { CalloutStatus } from '#components/callout/callout-status.tsx';
import { ControlRoomNotice } from '#components/callout/control-room-notice.tsx';
import { Conversation } from '#components/callout/conversation.tsx';
import { Details } from '#components/callout/details.tsx';
import { Ending } from '#components/callout/ending.tsx';
import { MessageLink } from '#components/callout/message-link.tsx';
import { MESSAGES_ID } from '#components/callout/messages-id.ts';
import { SafeAgain } from '#components/callout/safe-again.tsx';
import { ShareCard } from '#components/callout/share-card.tsx';
import { TrackingPane } from '#components/callout/tracking-pane.tsx';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { OwnPosition, PositionTrouble } from '#components/position/own-position.tsx';
import { PositionStream } from '#components/position/position-stream.tsx';
import { Later, WHOLE } from '#components/ui/later.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import type { Conversation as ConversationShown } from '#lib/following/messages/answers.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { readOutcome } from '#lib/following/outcomes/read-outcome.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { readShareLinks } from '#lib/following/sharing/read-share-links.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { firstAllowed } from '#lib/identity/first-allowed.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { viewersFrom } from '#lib/identity/presser.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import type { PageLanguage } from '#lib/languages/languages.ts';
import type { Translate } from '#lib/languages/translate.ts';
import { env } from '#lib/platform/env.ts';
import { quietIn } from '#lib/push/model.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t('callout.title') };
}

type CalloutPageProps = {
  params: Promise<{ calloutId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CalloutPage({ params, searchParams }: CalloutPageProps) {
  const [input, { language, t }] = await Promise.all([params, pageLanguage()]);
  const isWhole = WHOLE in (await searchParams);
  const headers = await requestHeaders();
  const viewers = await viewersFrom(headers);
  const isSilent = quietIn(headers);
  const callout = await firstAllowed(viewers, readCallout, input);
  if (!callout.ok) notFound();
  const { safeAskedAt, closedAt } = callout.value;
  const isOpen = closedAt === null && safeAskedAt === null;
  const [conversation, sharing, outcome] = await Promise.all([
    firstAllowed(viewers, readMessages, input),
    firstAllowed(viewers, readShareLinks, input),
    closedAt ? firstAllowed(viewers, readOutcome, input) : null,
  ]);
  // Sharing, "I am safe" and sending a position are the owner's only; an operator must not.
  const isOwner = sharing.ok;
  const canWrite = conversation.ok && isOwner && !safeAskedAt;
  const numbers = { controlRoom: env.CONTROL_ROOM_NUMBER ?? null, emergency: env.EMERGENCY_NUMBERS };
  const others = env.EMERGENCY_NUMBERS.slice(1);
  const shown = conversation.ok && !safeAskedAt ? conversation.value : null;
  const page = (
    <>
      <h1 className="sr-only">{t('callout.title')}</h1>
      {canWrite ? <ControlRoomNotice initial={conversation.value} /> : null}
      <OwnAfterAll initial={callout.value} />
      {/* Who cannot speak writes. */}
      {isSilent && shown ? <Messages shown={shown} /> : null}
      <div className="grid grid-cols-1 items-start gap-3 lg:grid-cols-[minmax(20rem,2fr)_3fr] lg:grid-rows-[auto_1fr] lg:gap-6">
        <div className="grid min-w-0 gap-3">
          <CalloutStatus initial={callout.value} numbers={numbers}>
            {canWrite && closedAt === null ? <MessageLink /> : null}
            {isOpen && isOwner ? <SafeAgain calloutId={callout.value.calloutId} /> : null}
          </CalloutStatus>
          <PositionTrouble />
        </div>
        {/* On phones between the two, so that the map is above the rest. */}
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {safeAskedAt ? null : (
            <Later
              label={t('callout.loading')}
              isWhole={isWhole}
              wholeLabel={t('callout.showAll')}
              fallback={<LoadingMap t={t} />}
            >
              <Tracking viewers={viewers} calloutId={callout.value.calloutId} />
            </Later>
          )}
        </div>
        <div className="grid min-w-0 gap-4">
          {outcome?.ok ? <Ending callout={callout.value} initial={outcome.value} /> : null}
          {shown && !isSilent ? <Messages shown={shown} /> : null}
          <Details>
            <CalloutHistory initial={callout.value} />
            <OwnPosition />
            {isOpen && sharing.ok ? (
              <ShareCard calloutId={callout.value.calloutId} initial={sharing.value} />
            ) : null}
            {others.length > 0 ? <EmergencyNumbers numbers={others} t={t} /> : null}
          </Details>
        </div>
      </div>
    </>
  );
  return (
    <WordsProvider language={language} words={wordsOf(language)}>
      {isOwner ? <PositionStream initial={callout.value}>{page}</PositionStream> : page}
    </WordsProvider>
  );
}

function Messages({ shown }: { shown: ConversationShown }) {
  return (
    <div id={MESSAGES_ID} className="scroll-mt-4">
      <Conversation initial={shown} />
    </div>
  );
}

/** English refusals come from the catalogue of errors, which the browser has. */
function wordsOf(language: PageLanguage) {
  return wordsIn(language, 'callout', ...(language === 'en' ? [] : (['refusals'] as const)));
}

function LoadingMap({ t }: { t: Translate }) {
  return (
    <p aria-busy="true" className="grid h-[38vh] min-h-56 place-items-center rounded-md bg-sunken">
      {t('callout.loadingMap')}
    </p>
  );
}

// Streamed: probing whether the hosted page may be framed can take two seconds.
async function Tracking({ viewers, calloutId }: { viewers: readonly Actor[]; calloutId: number }) {
  const tracking = await firstAllowed(viewers, openTracking, { calloutId });
  return <TrackingPane calloutId={calloutId} tracking={tracking.ok ? tracking.value : null} />;
}
