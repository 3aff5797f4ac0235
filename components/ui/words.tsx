'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { shared } from '#lib/languages/en/shared.ts';
import { english } from '#lib/languages/english.ts';
import { directionOf, type PageLanguage } from '#lib/languages/languages.ts';
import { type Translate, translator, type Words } from '#lib/languages/translate.ts';

type Spoken = { words: Words; t: Translate };

const WordsContext = createContext<Spoken>({ words: shared, t: english });

type WordsProviderProps = { language: PageLanguage; words: Words; children: ReactNode };

/** Gives what is below the words of one language, beside those that it has from above. */
export function WordsProvider({ language, words, children }: WordsProviderProps) {
  const above = useContext(WordsContext);
  const spoken = useMemo(() => {
    const all = above.t.language === language ? { ...above.words, ...words } : words;
    return { words: all, t: translator(language, all) };
  }, [above, language, words]);
  useEffect(() => {
    // A page that follows another without a load, as after a form, may be in another language than the document.
    const { documentElement } = document;
    documentElement.lang = language;
    documentElement.dir = directionOf(language);
  }, [language]);
  return <WordsContext value={spoken}>{children}</WordsContext>;
}

/** What turns a key into the text of this page's language. */
export function useWords(): Translate {
  return useContext(WordsContext).t;
}
