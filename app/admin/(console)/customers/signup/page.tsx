import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SignupForm } from '#components/admin/customers/signup-form.tsx';
import { SignupTable } from '#components/admin/customers/signup-table.tsx';
import { Card } from '#components/ui/card.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listSignups } from '#lib/customers/hosted-signup/list-signups.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';

export const metadata: Metadata = { title: 'Signup links' };

type SignupsPageProps = { searchParams: Promise<{ after?: string }> };

export default async function SignupsPage({ searchParams }: SignupsPageProps) {
  const actor = await operatorFrom(await requestHeaders());
  if (actor.role === 'anonymous') redirect('/admin/sign-in');
  const { after } = await searchParams;
  const listed = await listSignups(actor, { after });
  if (!listed.ok) notFound();
  const { signups, asOf, next } = listed.value;
  return (
    <>
      <PageHeader
        title="Signup links"
        lead="Somebody signs up and pays on AURA’s own page, by a link from here, and comes back as a customer."
        actions={
          <LinkButton href="/admin/customers" tone="quiet">
            All customers
          </LinkButton>
        }
      />
      {mayDo(actor.role, 'signup.create') ? (
        <Card title="A new link" className="max-w-3xl">
          <SignupForm />
        </Card>
      ) : null}
      <Card title="Links">
        <SignupTable signups={signups} asOf={asOf} mayAsk={mayDo(actor.role, 'signup.recheck')} />
        <nav aria-label="Pages of signup links" className="flex flex-wrap justify-end gap-3 empty:hidden">
          {after ? (
            <LinkButton href="/admin/customers/signup" tone="secondary">
              Newest
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={`/admin/customers/signup?after=${next}`} tone="secondary">
              Older
            </LinkButton>
          ) : null}
        </nav>
      </Card>
    </>
  );
}
