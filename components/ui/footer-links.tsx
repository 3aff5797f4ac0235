import { TextLink } from '#components/ui/text-link.tsx';

const LINKS = [
  ['/help', 'Help'],
  ['/privacy', 'Privacy'],
  ['/terms', 'Terms'],
] as const;

/** The pages to read. */
export function FooterLinks() {
  return (
    <ul className="flex flex-wrap gap-x-6">
      {LINKS.map(([href, label]) => (
        <li key={href}>
          <TextLink href={href} className="inline-flex min-h-11 items-center">
            {label}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
