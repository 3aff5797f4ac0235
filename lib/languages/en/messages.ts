import type { en } from './all.ts';

// The types of the catalogues: keys and placeholders as the English texts have them.

export type Catalogue = typeof en;
export type Part = keyof Catalogue;
type Merged<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
export type Texts = Merged<Catalogue[Part]>;
export type Key = keyof Texts & string;

/** One part in another language: all keys, and no other. */
export type TextsOf<Name extends Part> = { readonly [Each in keyof Catalogue[Name]]: string };
/** A whole language. */
export type Translation = { readonly [Name in Part]: TextsOf<Name> };

/** `count` of `{count}` and of `{count, plural, …}`; not the texts of a plural, which have a blank or a `#`. */
type NameIn<Inside extends string> = Inside extends `${infer Name},${string}`
  ? NameIn<Name>
  : Inside extends `${string} ${string}` | `${string}#${string}`
    ? never
    : Inside;
type NamesIn<Text extends string> = Text extends `${string}{${infer Rest}`
  ? (Rest extends `${infer Inside}}${string}` ? NameIn<Inside> : never) | NamesIn<Rest>
  : never;

/** What a text wants filled in: nothing, or one object. */
export type Values<Each extends Key> = [NamesIn<Texts[Each]>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<Texts[Each]>, string | number>>];
