import type { Metadata } from 'next';
import { PageEmergencyNumbers } from '#components/panic/page-emergency-numbers.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

export const metadata: Metadata = { title: 'Not found' };

/** The same for an unknown callout, another person's, and a request without a session. */
export default function CalloutNotFound() {
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6">
      <PageHeader
        title="Not found"
        lead="This browser cannot show this page. If you called for help, your alarm is not lost."
      />
      <p>
        Only the person who called for help can open this page. Allow cookies for this site, then{' '}
        <TextLink href="/sign-in">sign in</TextLink>.
      </p>
      <PageEmergencyNumbers />
      <p>
        <TextLink href="/panic">Back to your button</TextLink>
      </p>
    </div>
  );
}
