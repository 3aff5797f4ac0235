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
        lead="This browser cannot show that callout. If you came here from your press, the press itself is not lost."
      />
      <p>
        The page of a callout opens for the person who pressed, signed in, in a browser that keeps cookies for
        this site. Allow cookies, then <TextLink href="/sign-in">sign in</TextLink>.
      </p>
      <PageEmergencyNumbers />
      <p>
        <TextLink href="/panic">Back to your button</TextLink>
      </p>
    </div>
  );
}
