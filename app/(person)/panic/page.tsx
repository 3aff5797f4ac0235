import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PressPage } from '#components/panic/press-page.tsx';
import { personFrom } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';

export const metadata: Metadata = { title: 'Panic' };

export default async function PanicPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role !== 'person') redirect('/sign-in');
  return <PressPage emergencyNumbers={env.EMERGENCY_NUMBERS} />;
}
