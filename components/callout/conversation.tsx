'use client';

import { useQuery } from '@tanstack/react-query';
import { Compose } from '#components/callout/compose.tsx';
import { Freshness } from '#components/callout/freshness.tsx';
import { MessageLine } from '#components/callout/message-line.tsx';
import { useUnsent } from '#components/callout/use-unsent.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
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
  const unsent = useUnsent(initial.calloutId, data.messages);
  const isEmpty = data.messages.length + unsent.waiting.length === 0;
  return (
    <Card title="Messages">
      {signInHref ? <Freshness problem={error} signInHref={signInHref} servedAt={data.servedAt} /> : null}
      {/* Focusable for keyboard scrolling; role=log announces additions only. */}
      <div
        role="log"
        aria-label="Messages with AURA’s control room"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="grid max-h-96 gap-3 overflow-y-auto rounded-md print:max-h-none print:overflow-visible"
      >
        {isEmpty ? <p className="text-ink-soft">No messages yet.</p> : null}
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
            Last update <Age at={data.asOf} now={data.servedAt} />
          </>
        ) : (
          'Messages not loaded yet.'
        )}
      </p>
      {data.isOpen && as !== 'reader' ? <Compose as={as} onSend={unsent.send} /> : null}
      {data.isOpen ? null : <p>This has ended. You cannot write here now.</p>}
    </Card>
  );
}
