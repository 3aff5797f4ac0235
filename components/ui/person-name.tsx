import { wholeName } from '#components/ui/name-text.ts';

type PersonNameProps = { person: { name: string; surname: string; latinName?: string | null } };

/** A name as its owner writes it, in its own direction; then how to say it, where that is known. */
export function PersonName({ person }: PersonNameProps) {
  const { latinName = null } = person;
  if (latinName === null) return <bdi>{wholeName(person)}</bdi>;
  return (
    <>
      <bdi>{wholeName(person)}</bdi> <span>{`(${latinName})`}</span>
    </>
  );
}
