export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Search parameters of the filled fields. */
export function filterQuery<Name extends string>(
  params: Awaited<SearchParams>,
  fields: readonly Name[],
): Partial<Record<Name, string>> {
  const query: Partial<Record<Name, string>> = {};
  for (const name of fields) {
    const value = params[name];
    if (typeof value === 'string' && value !== '') query[name] = value;
  }
  return query;
}
