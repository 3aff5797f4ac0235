import type { Spoken } from '#app/page-language.ts';
import { FooterLinks } from '#components/ui/footer-links.tsx';
import { LanguageSwitch } from '#components/ui/language-switch.tsx';
import { translateInto } from '#lib/languages/catalogue.ts';

/** The pages to read, and the languages to read them in. */
export function PersonFooter({ chosen, path, t }: Spoken) {
  const tChosen = translateInto(chosen);
  return (
    <>
      <FooterLinks t={t} />
      <LanguageSwitch {...{ chosen, path, t, tChosen }} />
    </>
  );
}
