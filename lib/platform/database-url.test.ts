import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadDatabaseUrl, readDatabaseUrl, shownDatabaseUrl } from './database-url.ts';
import { problemsWith } from './env-schema.ts';

const HERE = { host: 'db.example', port: 5432, user: 'u', password: 'p', database: 'vigil', ssl: false };

describe('a URL of a database', () => {
  test.each([
    ['postgres://u:p@db.example/vigil', {}],
    ['postgresql://u:p@db.example:6543/vigil', { port: 6543 }],
    ['postgres://u:p@/vigil?host=db.example', {}],
    ['postgres://u:p@/vigil?host=db.example&port=6543', { port: 6543 }],
    ['postgres:///vigil?host=db.example&user=u&password=p', {}],
    ['postgres://db.example/?user=u&password=p&dbname=vigil', {}],
    ['postgres://u:p@/vigil?host=/var/run/postgresql', { host: '/var/run/postgresql' }],
    ['postgres://u:p@%2Fvar%2Frun%2Fpostgresql/vigil', { host: '/var/run/postgresql' }],
    ['postgres://u:p@[::1]:5433/vigil', { host: '::1', port: 5433 }],
    ['postgres://u:p@ss@db.example/vigil', { password: 'p@ss' }],
    ['postgres://u:p:w@db.example/vigil', { password: 'p:w' }],
    ['postgres://u:100%@db.example/vigil', { password: '100%' }],
    ['postgres://u:%40%2F%3F%23%25@db.example/vigil', { password: '@/?#%' }],
    ['postgres://u:p@db.example/vigil?sslmode=disable', {}],
    [
      'postgres://u:p@db.example/vigil?sslmode=require&channel_binding=require',
      { ssl: {}, enableChannelBinding: true },
    ],
    ['postgres://u:p@db.example/vigil?sslmode=verify-full', { ssl: {} }],
    ['postgres://u:p@db.example/vigil?sslmode=no-verify', { ssl: { rejectUnauthorized: false } }],
    ['postgres://u:p@db.example/vigil?application_name=x&connect_timeout=3', {}],
  ])('%s', (url, more) => {
    expect(readDatabaseUrl(url)).toEqual({ ...HERE, ...more });
    expect(problemsWith({ DATABASE_URL: url })).toEqual([]);
  });

  test('may do without user, password and name', () => {
    expect(readDatabaseUrl('postgres://db.example')).toEqual({ host: 'db.example', port: 5432, ssl: false });
  });
});

describe('refused in one line that names the variable and repeats no secret', () => {
  test.each([
    'postgres://u:hunter2/x@db.example/vigil',
    'postgres://u:hunter2#x@db.example/vigil',
    'postgres://u:hunter2?x@db.example/vigil',
    'postgres://u:hunter2@db.example:port/vigil',
    'postgres://u:hunter2@one,two/vigil',
    'postgres://u:hunter2@db.example/vigil/more',
    'postgres://u:hunter2@db.example/vigil?sslmode=allow',
    'postgres://u:hunter2@db.example/vigil?sslrootcert=/no/such/file',
    'postgres://u:hunter2@db.example/vigil?pgbouncer=true',
    'mysql://u:hunter2@db.example/vigil',
    'u:hunter2@db.example',
    'hunter2',
  ])('%s', (url) => {
    const problems = problemsWith({ DATABASE_URL: url });
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL: [^\n]+$/)]);
    expect(problems.join()).not.toContain('hunter2');
    expect(shownDatabaseUrl(url)).not.toContain('hunter2');
  });

  test('whatever the password is', () => {
    const password = fc
      .string({ minLength: 6, maxLength: 30, unit: 'binary' })
      .filter((text) => /[^\sa-z%:]/i.test(text));
    const rest = fc.constantFrom('@h/db', '@/db?host=/s', '@h:5432/db?sslmode=require', '/db', '@h:1/db?x=1');
    fc.assert(
      fc.property(password, rest, (secret, tail) => {
        const url = `postgres://someone:QQ${secret}QQ${tail}`;
        const told = (() => {
          try {
            readDatabaseUrl(url);
            return '';
          } catch (error) {
            if (!(error instanceof BadDatabaseUrl)) throw error;
            return `${error.message}${error.stack}`;
          }
        })();
        expect(told + shownDatabaseUrl(url)).not.toContain('QQ');
      }),
    );
  });
});
