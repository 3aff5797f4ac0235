export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const DATED = ['from', 'to', 'until'];

/** Search parameters of the filled fields; a zone only with days or minutes. */
export function filterQuery<Name extends string>(
  params: Awaited<SearchParams>,
  fields: readonly Name[],
): Partial<Record<Name, string>> {
  const query: Partial<Record<Name, string>> = {};
  const isFilled = (name: string) => typeof params[name] === 'string' && params[name] !== '';
  for (const name of fields) {
    const value = params[name];
    if (typeof value !== 'string' || value === '') continue;
    if (name !== 'zone' || DATED.some(isFilled)) query[name] = value;
  }
  return query;
}
