import { LocateFixed } from 'lucide-react';
import { useState } from 'react';
import { PositionElement } from '#components/panic/position-element.tsx';
import type { PositionPermission } from '#components/panic/position-permission.ts';
import { ANSWER, type PositionProblem, seekPosition } from '#components/panic/position-seeker.ts';
import { problemWords } from '#components/panic/position-words.ts';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useWords } from '#components/ui/words.tsx';

type PositionNoticeProps = { permission: PositionPermission; hasSavedAddress: boolean };

/** Asks for the position in peace, before it is needed; says what happens where it may not be read. */
export function PositionNotice({ permission, hasSavedAddress }: PositionNoticeProps) {
  const t = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<PositionProblem>();
  const [isAllowed, setIsAllowed] = useState(false);
  const isOpen = permission !== 'denied' && permission !== 'granted';
  const trouble = permission === 'denied' ? 'denied' : isOpen ? problem : undefined;
  if (isAllowed || (!isOpen && !trouble)) return null;

  const ask = async () => {
    setIsAsking(true);
    const sought = await seekPosition(ANSWER).settle();
    setIsAsking(false);
    setIsAllowed(sought.fix !== undefined);
    setProblem(sought.problem);
  };
  return (
    <aside
      id="position-notice"
      // The script of the first paint shows it as soon as it knows, before React does.
      hidden={permission === 'unknown'}
      suppressHydrationWarning
      aria-label={t('location.name')}
      className="grid w-full max-w-md justify-items-start gap-3 rounded-md border border-line bg-surface p-4"
    >
      <p>{trouble ? problemWords(trouble, t) : t('location.why')}</p>
      {permission === 'denied' ? <PositionElement onFound={() => setIsAllowed(true)} /> : null}
      {isOpen ? (
        <Button tone="secondary" onClick={ask} isBusy={isAsking}>
          <LocateFixed aria-hidden="true" />
          <span>{t('location.allow')}</span>
        </Button>
      ) : null}
      {trouble ? (
        <p>
          <span>{t(hasSavedAddress ? 'location.saved' : 'location.none')}</span>{' '}
          <TextLink href="/profile">
            {t(hasSavedAddress ? 'location.seeAddress' : 'location.saveAddress')}
          </TextLink>
        </p>
      ) : null}
    </aside>
  );
}
