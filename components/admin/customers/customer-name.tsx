import { PersonName } from '#components/ui/person-name.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

type CustomerNameProps = {
  person: { name: string; surname: string; latinName?: string | null };
  customerId: number;
};

/** Leads to the customer's page; a name alone where the data was erased, as then there is no page. */
export function CustomerName({ person, customerId }: CustomerNameProps) {
  if (customerId <= 0) return <PersonName person={person} />;
  return (
    <TextLink data-customer={customerId} href={`/admin/customers/${customerId}`}>
      <PersonName person={person} />
    </TextLink>
  );
}
