import { AuraComparison } from '#components/admin/customers/aura-comparison.tsx';
import { DeleteForm } from '#components/admin/customers/delete-form.tsx';
import { DependantsForm } from '#components/admin/customers/dependants-form.tsx';
import { CancelForm, RenewForm, StartForm } from '#components/admin/customers/subscription-forms.tsx';
import { Card } from '#components/ui/card.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { askAura } from '#lib/customers/directory/ask-aura.ts';
import type { AuraReport, CustomerRecord, Dependant } from '#lib/customers/directory/schema.ts';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { mayDo } from '#lib/identity/permissions.ts';

type AtAuraProps = { actor: Actor; customer: CustomerRecord };

export async function AtAura({ actor, customer }: AtAuraProps) {
  const { customerId, isDeleted } = customer;
  const result = await askAura(actor, { customerId });
  return (
    <>
      <AuraComparison customerId={customerId} result={result} />
      {result.ok && !isDeleted ? (
        <Changes actor={actor} customerId={customerId} report={result.value} />
      ) : null}
      {!isDeleted && mayDo(actor.role, 'customer.delete') ? (
        <Card title="Delete at AURA">
          <DeleteForm customerId={customerId} surname={customer.surname || customer.name} />
        </Card>
      ) : null}
    </>
  );
}

type ChangesProps = { actor: Actor; customerId: number; report: AuraReport };

async function Changes({ actor, customerId, report: { subscription, dependants } }: ChangesProps) {
  const isOwn = subscription?.isOwn ?? false;
  const isActive = isOwn && subscription?.standing === 'active';
  return (
    <>
      {isActive && subscription && mayDo(actor.role, 'subscription.renew') ? (
        <Card title="Renew">
          <RenewForm customerId={customerId} suggestedDay={aYearAfter(subscription.validTo)} />
        </Card>
      ) : null}
      {!isActive && subscription?.standing !== 'not_yet' && mayDo(actor.role, 'subscription.start') ? (
        <Card title="Start a new subscription">
          <StartForm customerId={customerId} types={await typesFor(actor)} />
        </Card>
      ) : null}
      {isActive && dependants ? (
        <Card title="Family">
          <Dependants dependants={dependants} />
          {mayDo(actor.role, 'subscription.set_dependants') ? (
            <DependantsForm
              customerId={customerId}
              shown={dependants.map((each) => each.customerId).join(', ')}
            />
          ) : null}
        </Card>
      ) : null}
      {isOwn && subscription?.standing !== 'cancelled' && subscription?.standing !== 'lapsed' ? (
        mayDo(actor.role, 'subscription.cancel') ? (
          <Card title="Cancel">
            <CancelForm customerId={customerId} />
          </Card>
        ) : null
      ) : null}
    </>
  );
}

function Dependants({ dependants }: { dependants: readonly Dependant[] }) {
  if (dependants.length === 0) return <p className="text-ink-soft">Nobody else is covered.</p>;
  return (
    <ul className="grid gap-2">
      {dependants.map(({ customerId, name }) => (
        <li key={customerId}>
          {name ? (
            <TextLink href={`/admin/customers/${customerId}`}>{`${name} (${customerId})`}</TextLink>
          ) : (
            `Customer ${customerId}, not registered with Vigil`
          )}
        </li>
      ))}
    </ul>
  );
}

function aYearAfter(validTo: string | null): string {
  return validTo ? subscriptionPeriod(new Date(validTo)).validTo.toISOString().slice(0, 10) : '';
}

async function typesFor(actor: Actor) {
  const types = await listSubscriptionTypes(actor, {});
  return types.ok ? types.value : [];
}
