import type { Metadata } from 'next';
import { EmergencyNumbers } from '#components/panic/emergency-numbers.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { errorCodes, errorEntry } from '#lib/errors/errors.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Call for help' };

type OfflinePageProps = { searchParams: Promise<{ code?: string | string[] }> };

/** Emergency numbers: the service worker's fallback, and the answer to a refused plain form press. */
export default async function OfflinePage({ searchParams }: OfflinePageProps) {
  const { code } = await searchParams;
  const refusal = errorCodes.find((known) => known === code);
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title="Call for help" lead="These numbers work without a connection to us." />
      {refusal ? (
        <Alert title={errorEntry(refusal).title}>
          <p>{errorEntry(refusal).detail}</p>
        </Alert>
      ) : null}
      <EmergencyNumbers numbers={env.EMERGENCY_NUMBERS} weight="first" />
      <p>
        <TextLink href="/panic">Back to your button</TextLink>
      </p>
    </div>
  );
}
