import { Flame, HeartPulse, LifeBuoy, ShieldCheck } from 'lucide-react';
import { helpName } from '#components/panic/help-name.ts';
import type { Help } from '#components/panic/use-help.ts';
import { useWords } from '#components/ui/words.tsx';
import { helpSubject } from '#lib/coverage/model.ts';

type HelpChoiceProps = Pick<Help, 'types' | 'chosenId' | 'onChoose'>;

const ICONS = { medical: HeartPulse, fire: Flame, security: ShieldCheck, other: LifeBuoy };

/** The kind of help, one tap each: before the press, and within its grace. Without a script it goes with the form. */
export function HelpChoice({ types, chosenId, onChoose }: HelpChoiceProps) {
  const t = useWords();
  // Where there is one only, there is nothing to choose.
  if (types.length < 2) return null;
  return (
    <fieldset
      data-press="help"
      className="grid w-full max-w-md grid-cols-[repeat(auto-fit,minmax(min(7rem,100%),1fr))] gap-2"
    >
      <legend className="sr-only">{t('help.name')}</legend>
      {types.map((type) => {
        const Icon = ICONS[helpSubject(type)];
        return (
          <label
            key={type.id}
            className="flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md border border-control bg-surface px-2 py-1 text-sm leading-tight font-semibold"
          >
            <input
              type="radio"
              className="size-5 shrink-0 accent-accent"
              name="responseTypeId"
              value={type.id}
              // The inline script may have checked the one that this device keeps.
              suppressHydrationWarning
              checked={type.id === chosenId}
              onChange={() => onChoose(type.id)}
            />
            <Icon aria-hidden="true" className="size-5 shrink-0 max-[22rem]:hidden" />
            <span className="min-w-0 break-words">{helpName(types, type, t)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
