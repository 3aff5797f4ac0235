import { setNonce } from 'get-nonce';
import { X } from 'lucide-react';
import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

type DialogProps = {
  /** None where something else opens it. */
  trigger?: ReactNode;
  title: string;
  description?: string;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** The style element by which Radix stops the page behind from scrolling needs the nonce of the page's answer. */
function giveNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  if (nonce) setNonce(nonce);
}
if (typeof document !== 'undefined') giveNonce();

/** A modal question. Escape and a click outside close it. */
export function Dialog({ trigger, title, description, children, isOpen, onOpenChange }: DialogProps) {
  const t = useWords();
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.6)]" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-h-[calc(100dvh-2rem)] max-w-lg [transform:translateY(-50%)] gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-6 shadow-lg"
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="text-xl font-semibold">{title}</Radix.Title>
            <Radix.Close
              className={buttonLook('quiet', 'regular', '-mt-2 -me-3 w-11 px-0')}
              aria-label={t('dialog.close')}
            >
              <X aria-hidden="true" />
            </Radix.Close>
          </div>
          {description ? (
            <Radix.Description className="text-ink-soft">{description}</Radix.Description>
          ) : null}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
