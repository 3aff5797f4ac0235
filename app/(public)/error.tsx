'use client';

import { PageBroke } from '#components/panic/page-broke.tsx';
import { useWords } from '#components/ui/words.tsx';

export default function PublicError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageBroke error={error} retry={retry} help={useWords()('entry.broken')} />;
}
