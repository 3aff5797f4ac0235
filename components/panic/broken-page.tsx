import { type ReactNode, useEffect, useRef, useState } from 'react';
import { numbersOnBody } from '#components/panic/numbers-on-body.ts';
import { buttonLook } from '#components/ui/button-look.ts';

type BrokenPageProps = {
  error: unknown;
  retry: () => void;
  words: {
    title: string;
    what: string;
    /** What to do, above the numbers. */
    help: string;
    call: (number: string) => string;
    again: string;
    reference: (reference: string) => string;
  };
  /** Other ways to help, below the numbers. */
  children?: ReactNode;
};

/**
 * In place of a page that crashed, with whom to call; the log reference and never the error. Its scripts are sent with
 * every page beside it, so it has no icon and no component of its own.
 */
export function BrokenPage({ error, retry, words, children }: BrokenPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  // Read once: a broken root layout takes its body with it.
  const [numbers] = useState(numbersOnBody);
  const reference = digestOf(error);
  return (
    <div className="mx-auto grid w-full max-w-xl grid-cols-1 gap-6 py-8">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold">
        {words.title}
      </h1>
      <div role="alert" className="alert-box grid gap-3">
        <p className="font-semibold">{words.what}</p>
        <p>{words.help}</p>
        {numbers.map((number, index) => (
          <a
            key={number}
            href={`tel:${number.replaceAll(' ', '')}`}
            className={buttonLook(index === 0 ? 'primary' : 'secondary', 'large')}
          >
            {words.call(number)}
          </a>
        ))}
      </div>
      {children}
      <div className="flex flex-wrap items-center gap-4">
        <button type="button" className={buttonLook('secondary')} onClick={retry}>
          {words.again}
        </button>
        {reference ? <p className="text-sm text-ink-soft">{words.reference(reference)}</p> : null}
      </div>
    </div>
  );
}

function digestOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('digest' in error)) return undefined;
  return typeof error.digest === 'string' ? error.digest : undefined;
}
