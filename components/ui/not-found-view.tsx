import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

type NotFoundViewProps = { title: string; text: string; href: string; linkLabel: string };

/** Missing and forbidden must look the same. */
export function NotFoundView({ title, text, href, linkLabel }: NotFoundViewProps) {
  return (
    <EmptyState title={title} actions={<LinkButton href={href}>{linkLabel}</LinkButton>}>
      <p>{text}</p>
    </EmptyState>
  );
}
