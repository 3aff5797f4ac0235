import { CallMobile } from '#components/admin/call-mobile.tsx';
import { StandingBadge } from '#components/admin/customers/standing-badge.tsx';
import { daysLeftText, dayText, originNames } from '#components/admin/customers/words.ts';
import { Age } from '#components/ui/age.tsx';
import { Card } from '#components/ui/card.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CustomerRecord } from '#lib/customers/directory/schema.ts';

export function CustomerFacts({ customer }: { customer: CustomerRecord }) {
  return (
    <>
      <Card title="Person">
        <DefinitionList items={personFacts(customer)} />
      </Card>
      <Card title="Saved address">
        <SavedAddress customer={customer} />
      </Card>
    </>
  );
}

/** Our subscription record and its age. */
export function SubscriptionKept({ customer }: { customer: CustomerRecord }) {
  const { subscription, asOf } = customer;
  const left = daysLeftText(subscription);
  const heard = { term: 'Last update', detail: <Age at={customer.subscriptionAsOf} now={asOf} /> };
  if (subscription.standing === 'none') {
    return (
      <DefinitionList
        items={[{ term: 'Standing', detail: 'None. AURA would send nobody for them.' }, heard]}
      />
    );
  }
  return (
    <DefinitionList
      items={[
        { term: 'Standing', detail: <StandingBadge standing={subscription.standing} /> },
        { term: 'Valid from', detail: dayText(subscription.validFrom) },
        { term: 'Valid to', detail: `${dayText(subscription.validTo)}${left ? `, ${left}` : ''}` },
        ...(subscription.cancelledAt
          ? [{ term: 'Cancelled', detail: <Age at={subscription.cancelledAt} now={asOf} /> }]
          : []),
        heard,
      ]}
    />
  );
}

function personFacts(customer: CustomerRecord) {
  const { mobile, trusted, callouts, asOf } = customer;
  return [
    { term: 'Name', detail: <PersonName person={customer} /> },
    { term: 'Mobile', detail: <CallMobile mobile={mobile} /> },
    {
      term: 'Trusted contacts',
      detail: trusted.contacts.length > 0 ? <Trusted {...trusted} /> : 'None saved',
    },
    { term: 'Customer number', detail: customer.customerId },
    { term: 'Registered', detail: <Age at={customer.registeredAt} now={asOf} /> },
    { term: 'How', detail: originNames[customer.origin] },
    { term: 'Callouts', detail: `${callouts.total} in all, ${callouts.open} open` },
  ];
}

function Trusted({ contacts, isTexted }: CustomerRecord['trusted']) {
  return (
    <>
      {contacts.map(({ name, mobile }) => (
        <p key={mobile}>
          <bdi>{name}</bdi>
          <span>, </span>
          <TextLink href={`tel:${mobile}`}>{mobile}</TextLink>
        </p>
      ))}
      <p className="text-sm text-ink-soft">
        {isTexted ? 'They get a text when an alarm is delivered.' : 'They get no text from us.'}
      </p>
    </>
  );
}

function SavedAddress({ customer: { address, asOf } }: { customer: CustomerRecord }) {
  if (!address) {
    return (
      <p className="text-ink-soft">
        None. A press without a position stays with us, and they are asked to call.
      </p>
    );
  }
  return (
    <DefinitionList
      items={[
        { term: 'Address', detail: address.address },
        { term: 'Location', detail: `${address.latitude}, ${address.longitude}` },
        { term: 'Saved', detail: <Age at={address.savedAt} now={asOf} /> },
      ]}
    />
  );
}
