import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PressPage } from '#components/panic/press-page.tsx';
import { issuePressToken } from '#lib/identity/issue-press-token.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { env } from '#lib/platform/env.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Panic' };

export default async function PanicPage() {
  const presser = await presserFrom(await requestHeaders());
  if (!presser.ok) redirect('/sign-in');
  const issued = await issuePressToken(presser.value, {});
  if (!issued.ok) redirect('/sign-in');
  return (
    <>
      <h1 className="sr-only">Panic</h1>
      <PressPage pressToken={issued.value.token} emergencyNumbers={env.EMERGENCY_NUMBERS} />
    </>
  );
}
