// What the browser gets in place of `zod/mini` (next.config.ts): the parts that our schemas use. The bundler keeps all of it
// otherwise, 15 KB compressed that no page needs.
export {
  _default,
  array,
  boolean,
  enum,
  extend,
  int,
  iso,
  literal,
  nullable,
  number,
  object,
  omit,
  optional,
  regex,
  string,
  tuple,
  url,
  uuid,
} from 'zod/mini';
