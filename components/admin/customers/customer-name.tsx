import { TextLink } from '#components/ui/text-link.tsx';

type CustomerNameProps = { person: { name: string; surname: string }; customerId: number };

/** Leads to the customer's page; a name alone where the data was erased, as then there is no page. */
export function CustomerName({ person, customerId }: CustomerNameProps) {
  const name = `${person.name} ${person.surname}`;
  if (customerId <= 0) return <span>{name}</span>;
  return (
    <TextLink data-customer={customerId} href={`/admin/customers/${customerId}`}>
      {name}
    </TextLink>
  );
}
