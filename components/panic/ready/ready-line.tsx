import { ChevronDown, CircleAlert, CircleCheck, Clock, Info } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PositionPermission } from '#components/panic/position-permission.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import type { PressClient } from '#components/panic/press-client.ts';
import { lastPractice } from '#components/panic/ready/practised.ts';
import {
  type ReadyFacts,
  type ReadyRow,
  type ReadyState,
  readyLine,
  readyRows,
} from '#components/panic/ready/ready-model.ts';
import {
  type Device,
  deviceOf,
  isInstalledApp,
  ownSubscription,
} from '#components/panic/ready/this-device.ts';
import { useCheck, useShownFix } from '#components/panic/ready/use-ready.ts';
import { Age } from '#components/ui/age.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { useWords } from '#components/ui/words.tsx';
import { now } from '#lib/platform/clock.ts';

/** What the page knew when it was made. */
export type ReadyAids = Pick<ReadyFacts, 'subscription' | 'maskedMobile'>;

type ReadyLineProps = {
  aids: ReadyAids;
  permission: PositionPermission;
  warm: { readonly current: SoughtFix | undefined };
  hasSavedAddress: boolean;
  help: { id: number | null; name: string | null };
  check: PressClient['checkReady'];
  mayText: boolean;
  number: string;
};

const LOOKS: Record<ReadyState, { Icon: typeof Info; look: string }> = {
  good: { Icon: CircleCheck, look: 'text-good-ink' },
  bad: { Icon: CircleAlert, look: 'text-alert-ink' },
  advice: { Icon: Info, look: 'text-ink-soft' },
  unknown: { Icon: Clock, look: 'text-ink-soft' },
};

/** Whether this phone is ready, in one line that opens to a list. Nothing of a press waits for it. */
export function ReadyLine({ aids, permission, warm, help, check, ...rest }: ReadyLineProps) {
  const t = useWords();
  const { fix, isLate } = useShownFix(warm);
  const { checked, again } = useCheck(check, fix, help.id);
  const here = useThisDevice();
  const [isOpen, setIsOpen] = useState(false);
  // Its place is kept from the first paint, where scripts will fill it.
  if (!here) return <div className="min-h-11.5 [@media(scripting:none)]:hidden" />;
  const facts: ReadyFacts = {
    ...{ ...aids, ...rest, ...here, permission, fix, isLate, help: help.name },
    answerMs: checked?.answerMs,
    isCovered: fix ? checked?.isCovered : undefined,
  };
  const rows = readyRows(facts, now(), t);
  const line = readyLine(rows, t);
  return (
    <details
      data-ready={line.state}
      onToggle={({ currentTarget: { open } }) => {
        setIsOpen(open);
        if (open) again();
      }}
      className={classNames(
        'w-full max-w-md rounded-md border bg-surface',
        line.state === 'bad' ? 'border-alert-line' : 'border-line',
      )}
    >
      <summary
        className={classNames(
          'flex min-h-11 items-center gap-2 px-3 py-1.5 font-semibold',
          LOOKS[line.state].look,
        )}
      >
        <Mark state={line.state} />
        <span className="min-w-0 flex-1 leading-snug">{line.words}</span>
        <ChevronDown aria-hidden="true" className="size-5 shrink-0" />
      </summary>
      {isOpen ? <List rows={rows} checkedAt={checked?.at} /> : null}
    </details>
  );
}

/** Not written before it is looked at: numbers and plurals of a language take a slow phone a tenth of a second. */
function List({ rows, checkedAt }: { rows: readonly ReadyRow[]; checkedAt: string | undefined }) {
  const t = useWords();
  return (
    <>
      <ul className="grid gap-3 border-t border-line px-3 py-3">
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ul>
      {checkedAt ? (
        <p className="px-3 pb-3 text-sm text-ink-soft">
          <span>{t('ready.checked')}</span> <Age at={checkedAt} now={checkedAt} />
        </p>
      ) : null}
    </>
  );
}

function Row({ row: { state, words, todo, link } }: { row: ReadyRow }) {
  const t = useWords();
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <span className={classNames('mt-1', LOOKS[state].look)}>
        <Mark state={state} />
      </span>
      <span>
        <span className="sr-only">{`${t(`ready.${state}`)}: `}</span>
        <span className={state === 'bad' ? 'font-semibold' : undefined}>{sentence(words())}</span>
        {todo ? <span className="block text-sm text-ink-soft">{todo}</span> : null}
        {link ? (
          <span className="block text-sm">
            <TextLink href={link.href}>{link.words}</TextLink>
          </span>
        ) : null}
      </span>
    </li>
  );
}

function Mark({ state }: { state: ReadyState }) {
  const { Icon } = LOOKS[state];
  return <Icon aria-hidden="true" className="size-5 shrink-0" />;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

type ThisDevice = Pick<ReadyFacts, 'practisedAt' | 'isInstalled' | 'getsPushes'> & { device: Device };

/** What only the device knows: not before it is asked, so that the page is the same as the server made it. */
function useThisDevice(): ThisDevice | undefined {
  const [here, setHere] = useState<ThisDevice>();
  useEffect(() => {
    const device = deviceOf(navigator.userAgent);
    const facts = { practisedAt: lastPractice(), isInstalled: isInstalledApp(), device };
    setHere({ ...facts, getsPushes: undefined });
    void ownSubscription().then((own) => setHere({ ...facts, getsPushes: own !== null }));
  }, []);
  return here;
}
