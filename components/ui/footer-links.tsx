import { TextLink } from '#components/ui/text-link.tsx';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

const LINKS = [
  ['/help', 'foot.help'],
  ['/privacy', 'foot.privacy'],
  ['/terms', 'foot.terms'],
] as const;

/** The pages to read. */
export function FooterLinks({ t = english }: { t?: Translate }) {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {LINKS.map(([href, label]) => (
        <li key={href}>
          <TextLink href={href} className="inline-flex min-h-11 items-center">
            {t(label)}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
