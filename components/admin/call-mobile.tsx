import { TextLink } from '#components/ui/text-link.tsx';

/** A person's mobile to call; '' where none is known. */
export function CallMobile({ mobile, className }: { mobile: string; className?: string }) {
  if (mobile === '') return <span className={className}>Number not known</span>;
  return (
    <TextLink data-call href={`tel:${mobile}`} className={className}>
      {mobile}
    </TextLink>
  );
}
