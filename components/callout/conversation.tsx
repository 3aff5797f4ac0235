'use client';

import { useQuery } from '@tanstack/react-query';
import { Compose } from '#components/callout/compose.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { MessageLine } from '#components/callout/message-line.tsx';
import { useUnsent } from '#components/callout/use-unsent.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { useWords } from '#components/ui/words.tsx';
import type { Conversation as Talk } from '#lib/following/messages/answers.ts';
import { conversationQuery } from '#lib/following/messages/queries.ts';

type ConversationProps = {
  initial: Talk;
  /** Where to sign in again; absent on a page that says so already. */
  signInHref?: string;
};

/** Messages between person, operators and AURA's control room, refreshed live. */
export function Conversation({ initial, signInHref }: ConversationProps) {
  const { data, error } = useQuery(conversationQuery(initial.calloutId, initial, useLive()));
  const { as } = data;
  const t = useWords();
  const unsent = useUnsent(initial.calloutId, data.messages);
  const isEmpty = data.messages.length + unsent.waiting.length === 0;
  return (
    <Card title={t('callout.talk')}>
      {signInHref ? <Freshness problem={error} signInHref={signInHref} servedAt={data.servedAt} /> : null}
      {/* Focusable for keyboard scrolling; role=log announces additions only. */}
      <div
        role="log"
        aria-label={t('callout.talkWith')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="grid max-h-96 gap-3 overflow-y-auto rounded-md print:max-h-none print:overflow-visible"
      >
        {isEmpty ? <p className="text-ink-soft">{t('callout.noMessages')}</p> : null}
        <ol className="grid gap-3">
          {data.messages.map((message) => (
            <MessageLine key={message.id} message={message} as={as} servedAt={data.servedAt} />
          ))}
          {unsent.waiting.map(({ id, text, problem }) => (
            <MessageLine key={id} local={{ text, problem }} as={as} servedAt={data.servedAt} />
          ))}
        </ol>
      </div>
      <p className="text-sm text-ink-soft">
        {data.asOf ? (
          <>
            <span>{t('callout.update')}</span> <Age at={data.asOf} now={data.servedAt} />
          </>
        ) : (
          t('callout.notLoaded')
        )}
      </p>
      {data.isOpen && as !== 'reader' ? <Compose as={as} onSend={unsent.send} /> : null}
      {data.isOpen ? null : <p>{t('callout.noWriting')}</p>}
    </Card>
  );
}
