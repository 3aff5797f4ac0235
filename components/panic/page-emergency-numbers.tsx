import { useState } from 'react';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { useWords } from '#components/ui/words.tsx';

// An error boundary gets no props from the server, so the root layout leaves the numbers on <body>.
function numbersOnBody(): string[] {
  if (typeof document === 'undefined') return [];
  return (document.body?.dataset.emergencyNumbers ?? '').split(',').filter(Boolean);
}

/** The numbers for pages that broke. Read once, because a broken root layout takes its body with it. */
export function PageEmergencyNumbers() {
  const [numbers] = useState(numbersOnBody);
  return <EmergencyNumbers numbers={numbers} weight="first" t={useWords()} />;
}
