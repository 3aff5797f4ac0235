import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ChangePasswordForm } from '#components/admin/passwords/change-password-form.tsx';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { readOwnAccount } from '#lib/operators/read-own-account.ts';

export const metadata: Metadata = { title: 'Change your password' };

export default async function ChangePasswordPage() {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const account = await readOwnAccount(actor, {});
  if (!account.ok) notFound();
  return (
    <>
      <PageHeader
        title="Change your password"
        lead="All your other sessions end. A link to a new password that an admin made for you ends too."
      />
      <div className="grid max-w-2xl gap-6">
        <Card>
          <ChangePasswordForm email={account.value.email} />
        </Card>
        <p>
          <TextLink href="/admin/account">Back to your account</TextLink>
        </p>
      </div>
    </>
  );
}
