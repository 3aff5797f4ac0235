// What a backup holds of a data directory, under the names that it has there.

export const POSTGRES = 'postgres';
export const JOURNAL = 'journal';
export const PLAIN_FILES = ['secrets.json', 'sandbox.json'] as const;

export type Place = { readonly of: 'database' | 'files'; readonly path: string };

const FILES = new RegExp(
  `^(${PLAIN_FILES.map((name) => name.replace('.', '\\.')).join('|')}|${JOURNAL}/[\\w-]+\\.press)$`,
);

/** Where an entry of a backup belongs; null for one that no backup has, as its name could lead anywhere. */
export function placeOf(name: string): Place | null {
  if (FILES.test(name)) return { of: 'files', path: name };
  const [first, ...rest] = name.split('/');
  const isInside = rest.length > 0 && rest.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
  return first === POSTGRES && isInside ? { of: 'database', path: rest.join('/') } : null;
}
