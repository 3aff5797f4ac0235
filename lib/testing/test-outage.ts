import { Client } from 'pg';

/** Simulates a database outage in a test world. */
export function testOutage(databaseUrl: string) {
  const name = new URL(databaseUrl).pathname.slice(1);
  const administer = async (...statements: string[]) => {
    const url = new URL(databaseUrl);
    url.pathname = '/postgres';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  return {
    /** Ends connections and refuses new ones. */
    begin: () =>
      administer(
        `alter database ${name} allow_connections false`,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      ),
    end: () => administer(`alter database ${name} allow_connections true`),
  };
}
