'use client';

import { Keyboard } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useKeptSwitch } from '#components/admin/board/use-kept-switch.ts';
import {
  type CalloutPart,
  isElsewhere,
  partIn,
  rowAfter,
  SHORTCUT_WORDS,
  type Shortcut,
  shortcutOf,
} from '#components/admin/keys/shortcut-model.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';

const FIELDS = 'input:not([type="hidden"]), select, button, summary';

/**
 * Keyboard shortcuts of every page. They press what is on it and move the real focus, so that native behaviour follows.
 * A key is about the row that has the focus; on a page of one callout, about that.
 */
export function Shortcuts() {
  const [isOn, turn] = useKeptSwitch('vigil.shortcuts');
  const [isHelpOpen, openHelp] = useState(false);
  const last = useRef(0);
  const router = useRouter();
  const pathname = usePathname();

  const act = (shortcut: Shortcut) => {
    if (shortcut === 'help') openHelp(true);
    else if (shortcut === 'next' || shortcut === 'previous') {
      last.current = moveRow(shortcut === 'next' ? 1 : -1, last.current);
    } else perform(shortcut, pathname, (href) => router.push(href));
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
  // A key of the board led here.
  useEffect(() => {
    const part = pathname && partIn(location.hash);
    if (part) focusIn(part);
  }, [pathname]);
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
        <Button tone="quiet" className="hidden px-2! sm:inline-flex">
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

/** Moves the focus to another row; gives the row that has it. */
function moveRow(step: 1 | -1, last: number): number {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const focused = stops.findIndex((stop) => rowOf(stop)?.contains(document.activeElement));
  const row = rowAfter(step, { focused: focused === -1 ? null : focused, last }, stops.length);
  if (row === null) return last;
  stops[row]?.focus();
  return row;
}

function perform(
  shortcut: Exclude<Shortcut, 'next' | 'previous' | 'help'>,
  pathname: string,
  go: (href: string) => void,
): void {
  const press = (within: ParentNode | null, what: string) =>
    within?.querySelector<HTMLElement>(`[data-${what}]`)?.click();
  switch (shortcut) {
    case 'acknowledge':
    case 'assign':
    case 'call':
      press(subjectOf(pathname), shortcut);
      break;
    case 'everything':
      press(document, 'show-all');
      break;
    case 'search':
      document.querySelector<HTMLElement>('input[type="search"]')?.focus();
      break;
    case 'customers':
      go('/admin/customers');
      break;
    case 'customer': {
      const customer = subjectOf(pathname)?.querySelector('[data-customer]')?.getAttribute('data-customer');
      if (customer) go(`/admin/customers/${customer}`);
      break;
    }
    default:
      showPart(shortcut, go);
  }
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

/** What a key is about: the row with the focus, or the page of one callout. */
function subjectOf(pathname: string): ParentNode | null {
  return rowOf(document.activeElement) ?? (/^\/admin\/callouts\/\d+$/.test(pathname) ? document : null);
}

/** A part of the page, or of the page of the row with the focus. */
function showPart(part: CalloutPart, go: (href: string) => void): void {
  const link = rowOf(document.activeElement)?.querySelector('[data-stop]')?.getAttribute('href');
  if (link?.startsWith('/admin/callouts/')) go(`${link}#${part}`);
  else focusIn(part);
}

function focusIn(part: CalloutPart): void {
  const element = document.getElementById(part);
  element?.scrollIntoView({ block: 'center' });
  const field =
    element?.querySelector<HTMLElement>('textarea') ?? element?.querySelector<HTMLElement>(FIELDS);
  field?.focus();
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
