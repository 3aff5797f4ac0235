import { useState } from 'react';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { numbersOnBody } from '#components/panic/numbers-on-body.ts';
import { useWords } from '#components/ui/words.tsx';

/** The numbers for pages that broke. Read once, because a broken root layout takes its body with it. */
export function PageEmergencyNumbers() {
  const [numbers] = useState(numbersOnBody);
  return <EmergencyNumbers numbers={numbers} weight="first" t={useWords()} />;
}
