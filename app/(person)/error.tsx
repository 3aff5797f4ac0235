'use client';

import { PageBroke } from '#components/panic/page-broke.tsx';
import { PlainPress } from '#components/panic/plain-press.tsx';
import { useWords } from '#components/ui/words.tsx';

export default function PersonError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PageBroke error={error} retry={retry} help={useWords()('broken.help')}>
      <PlainPress />
    </PageBroke>
  );
}
