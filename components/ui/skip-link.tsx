import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

export const MAIN_ID = 'main';

/** First Tab stop: skips the navigation. */
export function SkipLink({ t = english }: { t?: Translate }) {
  return (
    <a
      href={`#${MAIN_ID}`}
      data-screen-only
      className="fixed top-3 start-3 z-50 [transform:translateY(-6rem)] rounded-md opacity-0 bg-accent px-5 py-3 font-semibold text-accent-ink focus-visible:[transform:none] focus-visible:opacity-100"
    >
      {t('skip')}
    </a>
  );
}
