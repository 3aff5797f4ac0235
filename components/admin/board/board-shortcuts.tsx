'use client';

import { Keyboard } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  isElsewhere,
  rowAfter,
  SHORTCUT_WORDS,
  type Shortcut,
  shortcutOf,
} from '#components/admin/board/shortcut-model.ts';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

/** Keyboard shortcuts. They move the real focus, so native behaviour follows. */
export function BoardShortcuts() {
  const [isOn, turn] = useKeptSwitch('vigil.shortcuts');
  const [isHelpOpen, openHelp] = useState(false);
  const last = useRef(0);

  const act = (shortcut: Shortcut) => {
    switch (shortcut) {
      case 'next':
      case 'previous': {
        const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
        const focused = stops.findIndex((stop) => rowOf(stop)?.contains(document.activeElement));
        const at = { focused: focused === -1 ? null : focused, last: last.current };
        const row = rowAfter(shortcut === 'next' ? 1 : -1, at, stops.length);
        if (row === null) return;
        last.current = row;
        stops[row]?.focus();
        return;
      }
      case 'acknowledge':
        return rowOf(document.activeElement)?.querySelector<HTMLElement>('[data-acknowledge]')?.click();
      case 'call':
        return rowOf(document.activeElement)?.querySelector<HTMLElement>('[data-call]')?.click();
      case 'everything':
        return document.querySelector<HTMLElement>('[data-show-all]')?.click();
      case 'search':
        return document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      case 'help':
        return openHelp(true);
    }
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const shortcut = shortcutOf({
      key: event.key,
      isModified: event.ctrlKey || event.metaKey || event.altKey,
      isElsewhere: isElsewhere(target),
      isOnStop: target?.matches('[data-stop]') ?? false,
    });
    if (!shortcut) return;
    event.preventDefault();
    act(shortcut);
  });
  useEffect(() => {
    if (!isOn) return undefined;
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn]);

  return (
    <Dialog
      isOpen={isHelpOpen}
      onOpenChange={openHelp}
      title="Keyboard shortcuts"
      trigger={
        <Button tone="quiet">
          <Keyboard aria-hidden="true" />
          <span>Shortcuts</span> {isOn ? <Key name="?" /> : <span>(off)</span>}
        </Button>
      }
    >
      <ShortcutList />
      <p className="text-ink-soft">They do nothing while you type in a field.</p>
      <Button tone="secondary" onClick={() => turn(!isOn)}>
        {isOn ? 'Turn shortcuts off' : 'Turn shortcuts on'}
      </Button>
    </Dialog>
  );
}

function ShortcutList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-3">
      {SHORTCUT_WORDS.map(({ keys, words }) => (
        <div key={words} className="contents">
          <dt className="flex gap-1.5">
            {keys.map((name) => (
              <Key key={name} name={name} />
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('tr') ?? null;
}

function Key({ name }: { name: string }) {
  return (
    <kbd className="min-w-8 rounded-sm border border-control bg-surface px-2 py-0.5 text-center font-sans text-sm font-semibold text-ink">
      {name}
    </kbd>
  );
}
