'use client';

import { MessageSquare } from 'lucide-react';
import { MESSAGES_ID } from '#components/callout/messages-id.ts';
import { buttonLook } from '#components/ui/button-look.ts';
import { useWords } from '#components/ui/words.tsx';

/** Leads down to the conversation, ready to type. */
export function MessageLink() {
  const t = useWords();
  return (
    <a href={`#${MESSAGES_ID}`} onClick={focusField} className={buttonLook('secondary', 'regular', 'px-2!')}>
      <MessageSquare aria-hidden="true" />
      <span>{t('callout.message')}</span>
    </a>
  );
}

function focusField(): void {
  const field = document.querySelector<HTMLElement>(`#${MESSAGES_ID} textarea`);
  // Once the link has scrolled there.
  setTimeout(() => field?.focus({ preventScroll: true }));
}
