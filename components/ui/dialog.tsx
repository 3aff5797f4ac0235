import { X } from 'lucide-react';
import {
  type ButtonHTMLAttributes,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

type DialogProps = {
  /** None where something else opens it. */
  trigger?: ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;
  title: string;
  description?: string;
  children: ReactNode;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A modal question. Escape and a click outside close it. */
export function Dialog({ trigger, isOpen, onOpenChange, ...shown }: DialogProps) {
  const [isOpenHere, setOpenHere] = useState(false);
  const isShown = isOpen ?? isOpenHere;
  const change = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {trigger ? <Opener trigger={trigger} isShown={isShown} onOpen={() => change(true)} /> : null}
      {isShown ? <Modal {...shown} onClose={() => change(false)} /> : null}
    </>
  );
}

type OpenerProps = Required<Pick<DialogProps, 'trigger'>> & { isShown: boolean; onOpen: () => void };

function Opener({ trigger, isShown, onOpen }: OpenerProps) {
  return cloneElement(trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': isShown,
    onClick: (event) => {
      trigger.props.onClick?.(event);
      onOpen();
    },
  });
}

type ModalProps = Pick<DialogProps, 'title' | 'description' | 'children'> & { onClose: () => void };

function Modal({ title, description, children, onClose }: ModalProps) {
  const t = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return undefined;
    const before = document.activeElement;
    if (typeof shown.showModal === 'function') shown.showModal();
    else {
      // Firefox before 98 knows no dialog.
      shown.setAttribute('open', '');
      shown.querySelector('button')?.focus();
    }
    return () => {
      // Gives the focus back, which taking it from the page would not.
      if (typeof shown.close === 'function') shown.close();
      else if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // The browser closes it, too, where it knows dialogs.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  // Its own box has no room of its own: a click on it is one outside.
  const onOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  // In the body: a form in it must not be inside another one, nor look like a cell of a table.
  return createPortal(
    <dialog
      ref={dialog}
      aria-modal="true"
      aria-labelledby={`${id}title`}
      {...(description ? { 'aria-describedby': `${id}description` } : {})}
      onClose={onClose}
      onKeyDown={onEscape}
      onClick={onOutside}
      className="fixed inset-x-4 top-1/2 bottom-auto z-50 mx-auto w-auto max-h-[calc(100dvh-2rem)] max-w-lg overflow-y-auto rounded-lg border border-line bg-surface text-ink shadow-lg [transform:translateY(-50%)] backdrop:bg-[rgb(0_0_0/0.6)]"
    >
      <div className="grid gap-4 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}title`} className="text-xl font-semibold">
            {title}
          </h2>
          <button
            type="button"
            className={buttonLook('quiet', 'regular', '-mt-2 -me-3 w-11 px-0!')}
            aria-label={t('dialog.close')}
            onClick={onClose}
          >
            <X aria-hidden="true" />
          </button>
        </div>
        {description ? (
          <p id={`${id}description`} className="text-ink-soft">
            {description}
          </p>
        ) : null}
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
