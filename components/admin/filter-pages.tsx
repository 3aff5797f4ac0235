import { LinkButton } from '#components/ui/link-button.tsx';

type FilterPagesProps = {
  label: string;
  page: `/admin/${string}`;
  query: Record<string, string>;
  isFirst: boolean;
  next: string | null;
};

export function FilterPages({ label, page, query, isFirst, next }: FilterPagesProps) {
  const href = (after: Record<string, string>) => `${page}?${new URLSearchParams({ ...query, ...after })}`;
  return (
    <nav aria-label={label} className="flex flex-wrap justify-end gap-3">
      {isFirst ? null : (
        <LinkButton href={href({})} tone="secondary">
          Newest
        </LinkButton>
      )}
      {next ? (
        <LinkButton href={href({ after: next })} tone="secondary">
          Older
        </LinkButton>
      ) : null}
    </nav>
  );
}
