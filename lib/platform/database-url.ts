import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';

// Parses DATABASE_URL in one place: the drivers' parsers throw errors that quote it, password included. Also used by
// the supervisor.

export class BadDatabaseUrl extends Error {}

type DatabaseConfig = Pick<
  ClientConfig,
  'host' | 'port' | 'user' | 'password' | 'database' | 'ssl' | 'options' | 'enableChannelBinding'
>;

const PARTS =
  /^(?:(?<userinfo>[^/?#]*)@)?(?<host>\[[^\]@]*\]|[^/?#@:]*)(?::(?<port>[^/?#@]*))?(?:\/(?<database>[^?]*))?(?:\?(?<query>.*))?$/s;
const ENCODE =
  'write what is special in the password as %XX: / is %2F, ? is %3F, # is %23, : is %3A, @ is %40';

/** Query parameters of libpq and database hosts without an effect here; others are refused. */
const WITHOUT_EFFECT = new Set([
  'application_name',
  'connect_timeout',
  'target_session_attrs',
  'uselibpqcompat',
]);
const READ = new Set(['host', 'port', 'user', 'password', 'dbname', 'options', 'channel_binding']);
const OF_SSL = new Set(['sslmode', 'sslrootcert', 'sslcert', 'sslkey']);

/** Parses a database URL; throws {@link BadDatabaseUrl}, whose message contains no secret. */
export function readDatabaseUrl(text: string): DatabaseConfig {
  const [scheme = '', rest] = text.trim().split(/:\/\/(.*)/s);
  if (rest === undefined || !/^postgres(ql)?$/.test(scheme))
    throw new BadDatabaseUrl('must be a postgres:// URL');
  const parts = PARTS.exec(rest)?.groups;
  const database = parts?.database ?? '';
  if (!parts || /[@#/]/.test(database)) throw new BadDatabaseUrl(`cannot be read; ${ENCODE}`);
  const query = readQuery(parts.query ?? '');
  const [user = '', password] = (parts.userinfo ?? '').split(/:(.*)/s);
  const host = decode(query.get('host') ?? parts.host ?? '');
  if (host.includes(',')) throw new BadDatabaseUrl('must name one host');
  const chosen = password === undefined ? query.get('password') : decode(password);
  const [who, name] = [query.get('user') ?? decode(user), query.get('dbname') ?? decode(database)];
  return {
    host: host.replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port: portIn(query.get('port') ?? parts.port ?? ''),
    ...(who ? { user: who } : {}),
    ...(chosen === undefined ? {} : { password: chosen }),
    ...(name ? { database: name } : {}),
    ...(query.has('options') ? { options: query.get('options') } : {}),
    ...(query.get('channel_binding') === 'require' ? { enableChannelBinding: true } : {}),
    ssl: host.startsWith('/') ? false : sslIn(query),
  };
}

/** The URL without the password, for logs and pages. */
export function shownDatabaseUrl(text: string): string {
  try {
    const { host = '', port, user = '', database = '' } = readDatabaseUrl(text);
    return `${user}@${host}:${port}/${database}`;
  } catch (error) {
    if (error instanceof BadDatabaseUrl) return 'a DATABASE_URL that cannot be read';
    throw error;
  }
}

function readQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split('&').filter(Boolean)) {
    const [name = '', value = ''] = part.split(/=(.*)/s);
    const isKnown = WITHOUT_EFFECT.has(name) || READ.has(name) || OF_SSL.has(name);
    // An unknown parameter's name may be part of a password.
    if (!isKnown) {
      const shown = /^[a-z_]{1,40}$/.test(name) ? ` ${name}` : '';
      throw new BadDatabaseUrl(`has a parameter${shown} that is not supported; ${ENCODE}`);
    }
    query.set(name, decode(value));
  }
  return query;
}

function portIn(text: string): number {
  if (text === '') return 5432;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new BadDatabaseUrl(`has a port that is no number from 1 to 65535; ${ENCODE}`);
}

function sslIn(query: ReadonlyMap<string, string>): ClientConfig['ssl'] {
  const mode = query.get('sslmode');
  const files = {
    ...fileIn(query, 'sslrootcert', 'ca'),
    ...fileIn(query, 'sslcert', 'cert'),
    ...fileIn(query, 'sslkey', 'key'),
  };
  switch (mode) {
    case undefined:
      return Object.keys(files).length > 0 ? files : false;
    case 'disable':
      return false;
    case 'no-verify':
      return { ...files, rejectUnauthorized: false };
    // A fallback to plain text protects nothing, so these are as strict as `verify-full`.
    case 'prefer':
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return query.get('uselibpqcompat') === 'true' && mode === 'require'
        ? { ...files, rejectUnauthorized: false }
        : files;
    default:
      throw new BadDatabaseUrl(
        'has an sslmode that is not supported; it may be disable, no-verify, require, verify-ca or verify-full',
      );
  }
}

function fileIn(query: ReadonlyMap<string, string>, name: string, as: 'ca' | 'cert' | 'key') {
  const path = query.get(name);
  if (!path || path === 'system') return {};
  try {
    return { [as]: readFileSync(path, 'utf8') };
  } catch {
    throw new BadDatabaseUrl(`names a file as ${name} that cannot be read`);
  }
}

// Tolerates a percent sign in a password that was not encoded.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
