import type { ReactNode } from 'react';
import { PageHeader } from '#components/ui/page-header.tsx';

type Sections = readonly { title: string; lines: readonly string[] }[];

type TextPageProps = {
  title: string;
  lead: string;
  sections: Sections;
  /** The deployment's own words in place of the sections. */
  own?: { language: string; paragraphs: readonly string[] } | null;
  children?: ReactNode;
};

/** A page to read: short sections of short sentences. */
export function TextPage({ title, lead, sections, own, children }: TextPageProps) {
  return (
    <div className="grid max-w-prose gap-8">
      <PageHeader title={title} lead={lead} />
      {children}
      {own ? (
        <div lang={own.language} className="grid gap-3">
          {own.paragraphs.map((paragraph, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that does not change while it is shown
            <p key={nth} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
      ) : null}
      {(own ? [] : sections).map((section) => (
        <section key={section.title} className="grid gap-2">
          <h2 className="text-lg font-semibold">{section.title}</h2>
          <ul className="grid list-disc gap-2 ps-5">
            {section.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
