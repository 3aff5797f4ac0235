import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useStale } from '#components/admin/board/use-stale.ts';
import { useLive } from '#components/live/live-pages.tsx';
import { clockTickMs } from '#components/ui/shared-clock.ts';
import { useTitleBadge } from '#components/ui/use-title-badge.ts';
import { attentionQuery } from '#lib/console/attention/queries.ts';
import type { Attention, ListAttention } from '#lib/console/attention/schema.ts';
import { type Alarm, useAlarm } from './use-alarm.ts';
import { type Notices, useNotices } from './use-notices.ts';

const NO_ANSWER = new Error('no answer in time');

export type Alarms = {
  /** Undefined before the first answer. */
  data: Attention | undefined;
  /** Why the data may be out of date. */
  problem: Error | null;
  isUrgent: boolean;
  isLonger: boolean;
  alarm: Alarm;
  notices: Notices;
};

/** What needs attention; rings and marks the title until all is acknowledged, and also while that is not known. */
export function useAlarms(asked: ListAttention, initial?: Attention): Alarms {
  const isLive = useLive();
  const [answeredAtMs, setAnsweredAtMs] = useState(clockTickMs);
  const query = useQuery(attentionQuery(asked, initial, isLive));
  // Kept over a change of what is asked: the answer shown meanwhile is as old as it is.
  if (query.dataUpdatedAt > answeredAtMs) setAnsweredAtMs(query.dataUpdatedAt);
  const isStale = useStale(answeredAtMs, isLive);
  const problem = query.error ?? (isStale ? NO_ANSWER : null);
  const isUrgent = problem !== null || (query.data?.waiting ?? 0) > 0;
  useTitleBadge(problem ? '?' : (query.data?.waiting ?? 0));
  const alarm = useAlarm(isUrgent);
  const notices = useNotices(query.data);
  return { data: query.data, problem, isUrgent, isLonger: query.isPlaceholderData, alarm, notices };
}

/** What the strip of a page asks for: counts, and all about the page's callout. */
export function stripQuery(calloutId: number | null): ListAttention {
  return { shown: 'none', ...(calloutId === null ? {} : { callout: calloutId }) };
}
