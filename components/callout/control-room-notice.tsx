'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquareWarning } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { MESSAGES_ID } from '#components/callout/messages-id.ts';
import { keepSeen, seenIn, unseenOf } from '#components/callout/unseen.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { isQuiet } from '#components/quiet/quiet.ts';
import { Button } from '#components/ui/button.tsx';
import { openAudio, playTones } from '#components/ui/tones.ts';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';
import { useWords } from '#components/ui/words.tsx';
import type { Conversation } from '#lib/following/messages/answers.ts';
import { conversationQuery } from '#lib/following/messages/queries.ts';

const VIBRATION_MS = [300, 150, 300];
const storage = () => localStorage;

/** New messages of the control room at the top of the page, with sound and vibration; without them in silent mode. */
export function ControlRoomNotice({ initial }: { initial: Conversation }) {
  const { data } = useQuery(conversationQuery(initial.calloutId, initial, useLive()));
  const { calloutId } = data;
  const t = useWords();
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => setSeen(seenIn(storage, calloutId)), [calloutId]);
  const unseen = seen ? unseenOf(data.messages, seen) : [];
  const notice = useRef<HTMLDivElement>(null);
  useTitleBadge(unseen.length);
  useCall(unseen.at(-1)?.id ?? null, notice);
  const markSeen = () => {
    const all = new Set([...(seen ?? []), ...unseen.map(({ id }) => id)]);
    keepSeen(storage, calloutId, all);
    setSeen(all);
  };
  const answer = () => {
    markSeen();
    document.getElementById(MESSAGES_ID)?.scrollIntoView();
  };
  if (unseen.length === 0) return null;
  return (
    <div
      role="alert"
      ref={notice}
      tabIndex={-1}
      data-screen-only
      className="grid scroll-mt-4 gap-2 rounded-md border-2 border-alert-line bg-alert-wash p-3 text-alert-ink"
    >
      <p className="flex items-center gap-3 text-lg font-semibold">
        <MessageSquareWarning aria-hidden="true" className="size-6 shrink-0" />
        <span>{t('callout.notice')}</span>
      </p>
      {unseen.map(({ id, text }) => (
        <p key={id} className="break-words whitespace-pre-wrap" dir="auto">
          {text}
        </p>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button onClick={answer}>{t('callout.answer')}</Button>
        <Button tone="secondary" onClick={markSeen}>
          {t('callout.read')}
        </Button>
      </div>
    </div>
  );
}

/** Draws attention once per new message. */
function useCall(newest: string | null, notice: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (newest === null) return undefined;
    const isWriting = document.activeElement?.matches('textarea, input') ?? false;
    if (isWriting) notice.current?.scrollIntoView({ block: 'nearest' });
    else notice.current?.focus();
    if (isQuiet()) return undefined;
    shake();
    const context = openAudio();
    if (!context) return undefined;
    playTones(context);
    const ended = setTimeout(() => void context.close(), 2_000);
    return () => {
      clearTimeout(ended);
      if (context.state !== 'closed') void context.close();
    };
  }, [newest, notice]);
}

/** Not supported everywhere; some browsers need a user gesture first. */
function shake(): void {
  try {
    navigator.vibrate?.(VIBRATION_MS);
  } catch {
    // By a setting or an extension: the notice stands on the page all the same.
  }
}
