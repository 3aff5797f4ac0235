import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '#components/registration/sign-in-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { personFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role === 'person') redirect('/panic');
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title="Sign in" lead="With your mobile number, on any phone or computer." />
      <Card>
        <SignInForm />
      </Card>
      <p className="text-ink-soft">
        Not registered yet? <TextLink href="/register">Register</TextLink>
      </p>
    </div>
  );
}
