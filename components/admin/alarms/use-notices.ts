import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { newestHref } from '#components/admin/alarms/use-newest-key.ts';
import { alertNames, waitingWords } from '#components/admin/board/alert-words.ts';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import type { Attention } from '#lib/console/attention/schema.ts';

export type Notices = {
  /** `denied`: by the browser's settings; `missing`: it has none. */
  state: 'on' | 'off' | 'denied' | 'missing';
  turn: () => Promise<void>;
};

/** One for all tabs: a later one replaces it. */
const TAG = 'vigil-alarms';

/**
 * Notifications of the browser, for who looks at something else: one when more waits than before, without names, until
 * nothing waits. Off until the operator turns them on.
 */
export function useNotices(data: Attention | undefined): Notices {
  const [isWanted, setWanted] = useKeptSwitch('vigil.notices', false);
  const [permission, setPermission] = useState<NotificationPermission | 'missing'>('default');
  const waitedBefore = useRef<number>(undefined);
  const shown = useRef<Notification>(undefined);
  useEffect(() => setPermission(permissionNow()), []);
  const isOn = isWanted && permission === 'granted';
  const waiting = data?.waiting;

  const notify = useEffectEvent((waits: number) => {
    shown.current?.close();
    shown.current = show(waits, data?.newest ?? null);
    if (!shown.current) setPermission('missing');
  });
  useEffect(() => {
    if (waiting === undefined) return;
    const before = waitedBefore.current;
    waitedBefore.current = waiting;
    if (waiting === 0) shown.current?.close();
    else if (isOn && before !== undefined && waiting > before) notify(waiting);
  }, [waiting, isOn]);

  const turn = async () => {
    if (isOn) return setWanted(false);
    setPermission(await Notification.requestPermission());
    setWanted(true);
  };
  const off = permission === 'denied' || permission === 'missing' ? permission : 'off';
  return { state: isOn ? 'on' : off, turn };
}

function permissionNow(): NotificationPermission | 'missing' {
  return 'Notification' in window ? Notification.permission : 'missing';
}

/** Undefined where the browser shows none, as on phones. */
function show(waiting: number, newest: Attention['newest']): Notification | undefined {
  try {
    const title = newest ? `Vigil: ${alertNames[newest.kind]}` : 'Vigil';
    const notice = new Notification(title, {
      body: waitingWords(waiting),
      tag: TAG,
      requireInteraction: true,
    });
    notice.onclick = () => {
      window.focus();
      if (newest) window.location.assign(newestHref(newest));
    };
    return notice;
  } catch {
    return undefined;
  }
}
