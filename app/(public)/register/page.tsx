import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { RegistrationForm } from '#components/registration/registration-form.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Card } from '#components/ui/card.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { WordsProvider } from '#components/ui/words.tsx';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { personFrom } from '#lib/identity/session.ts';
import { wordsIn } from '#lib/languages/catalogue.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Register' };

export default async function RegisterPage() {
  const actor = await personFrom(await requestHeaders());
  if (actor.role === 'person') redirect('/panic');
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8">
      <PageHeader title="Register" lead="Takes two minutes. Then you have a button to call for help." />
      <Card>
        {/* Not translated yet: the step of the code is the same as when one signs in. */}
        <WordsProvider language="en" words={wordsIn('en', 'entry')}>
          <Form visitor={actor} />
        </WordsProvider>
      </Card>
      <p className="text-ink-soft">
        With Register you accept the <TextLink href="/terms">terms</TextLink>. Read also what we keep about
        you: <TextLink href="/privacy">privacy</TextLink>.
      </p>
      <p className="text-ink-soft">
        Registered already? <TextLink href="/sign-in">Sign in</TextLink>
      </p>
    </div>
  );
}

// Awaited for a few seconds rather than streamed: streamed content needs JavaScript.
async function Form({ visitor }: { visitor: Actor }) {
  const types = await listSubscriptionTypes(visitor, {});
  if (types.ok) {
    return (
      <RegistrationForm
        subscriptionTypes={types.value}
        defaultTypeId={env.AURA_SUBSCRIPTION_TYPE_ID ?? types.value[0]?.id ?? null}
      />
    );
  }
  return (
    <>
      <RefusalAlert problem={types} />
      {/* A plain link, which bypasses the router cache. */}
      <a href="/register" className={buttonLook('secondary')}>
        Reload
      </a>
    </>
  );
}
