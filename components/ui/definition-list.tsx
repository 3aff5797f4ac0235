import type { ReactNode } from 'react';

type Definition = { term: string; detail: ReactNode };

export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <dl className="@container divide-y divide-line">
      {items.map(({ term, detail }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: terms that come from AURA may repeat
          key={`${index} ${term}`}
          className="grid gap-x-6 gap-y-0.5 py-3 @md:grid-cols-[minmax(9rem,1fr)_2fr]"
        >
          <dt className="text-sm text-ink-soft @md:pt-0.5">{term}</dt>
          <dd className="min-w-0 font-medium">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
