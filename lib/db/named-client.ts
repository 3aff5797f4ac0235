import { createHash } from 'node:crypto';
import { Client } from 'pg';

// Writes go out as named prepared statements: PostgreSQL then parses and plans each once per connection, instead of
// each time, which costs more than what most of them do. Reads stay unnamed, since their best plan depends on the values.

/** Statements whose text varies (lists of values) must not fill the server's memory: the first so many are named. */
const MOST_NAMES = 200;
const WRITES = /^\s*(?:insert|update|with)\b/i;

/** What a pooler in transaction mode answers that does not carry prepared statements from one connection to the next. */
const NOT_CARRIED = new Set(['26000', '42P05']);

const names = new Map<string, string>();
let isCarried = true;

/** The name of a statement by its text; undefined for what goes out unnamed. */
export function statementName(text: string): string | undefined {
  if (!isCarried || !WRITES.test(text)) return undefined;
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `v${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

type Statement = { text: string; name?: string | undefined; values?: unknown[] };

const isStatement = (config: unknown): config is Statement =>
  typeof config === 'object' && config !== null && 'text' in config && typeof config.text === 'string';

type Callback = (error: unknown, result: unknown) => void;

/**
 * A client that names its writes. Behind a pooler that loses names the first write that fails for it is sent again
 * without one, and this process names none any more.
 */
export class NamedClient extends Client {
  // safe: the overloads of `query` stay as they are; what is added is a name
  override query = ((config: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...args: unknown[]) => unknown;
    const name = isStatement(config) && !config.name ? statementName(config.text) : undefined;
    if (!isStatement(config) || !name) return send(config, ...rest);
    const named = { ...config, name };
    const callback = rest.at(-1);
    if (isCallback(callback)) {
      return send(named, ...rest.slice(0, -1), (error: unknown, result: unknown) =>
        isNameLost(error) ? send(config, ...rest) : callback(error, result),
      );
    }
    const answer = send(named, ...rest);
    if (!(answer instanceof Promise)) return answer;
    return answer.catch((error: unknown) => {
      if (!isNameLost(error)) throw error;
      return send(config, ...rest);
    });
  }) as Client['query'];
}

const isCallback = (value: unknown): value is Callback => typeof value === 'function';

function isNameLost(error: unknown): boolean {
  const isLost = error instanceof Error && 'code' in error && NOT_CARRIED.has(String(error.code));
  if (isLost) isCarried = false;
  return isLost;
}
