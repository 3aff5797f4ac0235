'use client';

import { BrokenPage } from '#components/panic/broken-page.tsx';
import '#app/styles.css';

// English: where the root layout broke, no catalogue can be relied on.
const WORDS = {
  title: 'Something went wrong',
  what: 'This page could not be shown.',
  help: 'If you need help now, call:',
  call: (number: string) => `Call ${number}`,
  again: 'Try again',
  reference: (reference: string) => `Reference ${reference}`,
};

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{WORDS.title}</title>
        <main className="px-4">
          <BrokenPage words={WORDS} error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
