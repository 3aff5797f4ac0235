import { useEffect, useRef } from 'react';

/**
 * In a form: after each answer to it the first bad field has the focus, and without one the outcome is scrolled to. On a small
 * phone both may be far above the button.
 */
export function ShowResult({ of }: { of: unknown }) {
  const mark = useRef<HTMLSpanElement>(null);
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    const form = mark.current?.closest('form');
    const bad = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!bad) {
      form?.querySelector('[role="alert"], [role="status"]')?.scrollIntoView({ block: 'center' });
      return;
    }
    bad.closest('details')?.setAttribute('open', '');
    bad.focus();
  }, [of]);
  return <span ref={mark} hidden />;
}
