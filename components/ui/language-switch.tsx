import { Languages } from 'lucide-react';
import {
  isTranslated,
  languageCodes,
  languages,
  type PageLanguage,
  PSEUDO,
} from '#lib/languages/languages.ts';
import type { Translate } from '#lib/languages/translate.ts';

type LanguageSwitchProps = {
  /** What the person reads, where a page has it. */
  chosen: PageLanguage;
  path: string;
  /** Of the page. */
  t: Translate;
  /** In the language that was chosen, where the page is not. */
  tChosen: Translate;
};

/** All languages, each by its own name: a plain form, which works without scripts. */
export function LanguageSwitch({ chosen, path, t, tChosen }: LanguageSwitchProps) {
  const own = chosen === PSEUDO ? languages.en : languages[chosen];
  return (
    <div data-screen-only>
      <details data-language={chosen}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-accent">
          <Languages aria-hidden="true" className="size-5 shrink-0" />
          <span className="sr-only">{`${t('language.name')}: `}</span>
          <span lang={chosen}>{own.name}</span>
        </summary>
        <form method="post" action="/api/language" className="flex flex-wrap gap-x-2 gap-y-1 py-1">
          {/* For browsers that do not say which page a form stood on. */}
          <input type="hidden" name="to" value={isTranslated(path) ? path : '/'} />
          {languageCodes.map((code) => (
            <button
              key={code}
              type="submit"
              name="language"
              value={code}
              lang={code}
              dir={languages[code].dir}
              aria-current={code === chosen || undefined}
              className="min-h-11 rounded-md border border-control bg-surface px-3 font-semibold text-ink aria-[current=true]:border-accent aria-[current=true]:text-accent-strong"
            >
              {languages[code].name}
            </button>
          ))}
        </form>
      </details>
      {own.isReviewed ? null : (
        <p lang={tChosen.language} dir={own.dir}>
          {tChosen('language.unreviewed')}
        </p>
      )}
    </div>
  );
}
