import type { Spoken } from '#app/page-language.ts';
import { FooterLinks } from '#components/ui/footer-links.tsx';
import { LanguageSwitch, OnlyEnglish } from '#components/ui/language-switch.tsx';
import { translateInto } from '#lib/languages/catalogue.ts';

/** The pages to read, and the languages to read them in. */
export function PersonFooter({ language, chosen, path, t }: Spoken) {
  const tChosen = translateInto(chosen);
  return (
    <>
      <FooterLinks t={t} />
      <OnlyEnglish tChosen={tChosen} isEnglish={language === 'en'} />
      <LanguageSwitch {...{ chosen, path, t, tChosen }} />
    </>
  );
}
