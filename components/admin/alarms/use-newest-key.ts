import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import { isElsewhere, type KeyAt, leadsToNewest } from '#components/admin/keys/shortcut-model.ts';
import type { Attention } from '#lib/console/attention/schema.ts';

/** `g n` goes to the newest alarm of the worst severity. */
export function useNewestKey(newest: Attention['newest'] | undefined): void {
  const [isOn] = useKeptSwitch('vigil.shortcuts');
  const before = useRef<KeyAt>(null);
  const router = useRouter();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (isModified || isElsewhere(event.target)) return;
    const pressed = { key: event.key, atMs: event.timeStamp };
    const isNewest = leadsToNewest(before.current, pressed);
    before.current = pressed;
    if (!isNewest || !newest) return;
    event.preventDefault();
    const row = newest.calloutId === null ? document.getElementById(`need-${newest.subject}`) : null;
    if (row) row.focus();
    else router.push(newestHref(newest));
  });
  useEffect(() => {
    if (!isOn) return undefined;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);
}

/** A press has no page of its own: its row on the board. */
export function newestHref({ calloutId, subject }: NonNullable<Attention['newest']>): string {
  return calloutId === null ? `/admin/callouts#need-${subject}` : `/admin/callouts/${calloutId}`;
}
