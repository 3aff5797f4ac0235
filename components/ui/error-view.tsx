import { RotateCw } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { useWords } from '#components/ui/words.tsx';

type ErrorViewProps = {
  title: string;
  /** What the reader can do, and what is still safe. */
  children: ReactNode;
  error: unknown;
  retry: () => void;
};

/** Replaces a crashed page. Shows the log reference, never the error. */
export function ErrorView({ title, children, error, retry }: ErrorViewProps) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const reference = digestOf(error);
  return (
    <div className="mx-auto grid w-full max-w-xl grid-cols-1 gap-6 py-8">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold">
        {title}
      </h1>
      <Alert title={t('broken.page')}>{children}</Alert>
      <div className="flex flex-wrap items-center gap-4">
        <Button tone="secondary" onClick={retry}>
          <RotateCw aria-hidden="true" />
          <span>{t('broken.again')}</span>
        </Button>
        {reference ? <p className="text-sm text-ink-soft">{t('broken.reference', { reference })}</p> : null}
      </div>
    </div>
  );
}

function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
