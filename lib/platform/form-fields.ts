/** The text fields of a form, without files and the framework's own fields. */
export function textFields(data: FormData): Record<string, string | undefined> {
  const entries = [...data].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  return Object.fromEntries(entries);
}
