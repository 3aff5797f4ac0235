import { usedMs } from '../bench-console/cpu.ts';
import { withDatabase } from '../chaos/people.ts';
import type { ChaosStack } from '../chaos/stack.ts';

/** What was used so far: processor milliseconds, commits, bytes of write-ahead log, and each table with its indexes. */
type Usage = {
  readonly cpuMs: { readonly app: number; readonly worker: number; readonly database: number };
  readonly commits: number;
  readonly walBytes: number;
  readonly tables: ReadonlyMap<string, Size>;
  /** Webhook events to be worked, and open callouts. */
  readonly open: number;
};

type Size = { readonly rows: number; readonly tableBytes: number; readonly indexBytes: number };

// A partition counts as its table.
const TABLES = `
  select coalesce(pg_partition_root(oid), oid)::regclass::text as name, sum(pg_table_size(oid))::float8 as "tableBytes",
    sum(pg_indexes_size(oid))::float8 as "indexBytes"
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace group by 1`;

export async function readUsage(stack: ChaosStack): Promise<Usage> {
  const cpuMs = {
    app: usedMs(stack.pidOf('app') ?? 0),
    worker: usedMs(stack.pidOf('worker') ?? 0),
    database: stack.databasePids().reduce((sum, pid) => sum + usedMs(pid), 0),
  };
  return withDatabase(stack, async (database) => {
    const one = async (query: string) => {
      const { rows } = await database.query<{ value: number }>(`select (${query})::float8 as value`);
      return rows[0]?.value ?? 0;
    };
    const { rows } = await database.query<{ name: string; tableBytes: number; indexBytes: number }>(TABLES);
    const tables = new Map<string, Size>();
    for (const { name, ...bytes } of rows)
      tables.set(name, { ...bytes, rows: await one(`select count(*) from ${name}`) });
    return {
      cpuMs,
      tables,
      commits: await one('select xact_commit from pg_stat_database where datname = current_database()'),
      walBytes: await one('select wal_bytes from pg_stat_wal'),
      open: await one(`select (select count(*) from webhook_event where state in ('received', 'waiting'))
        + (select count(*) from callout where closed_at is null)`),
    };
  });
}

export type Growth = Omit<Usage, 'open'>;

export function growthOf(before: Usage, after: Usage): Growth {
  const { cpuMs } = after;
  return {
    cpuMs: {
      app: cpuMs.app - before.cpuMs.app,
      worker: cpuMs.worker - before.cpuMs.worker,
      database: cpuMs.database - before.cpuMs.database,
    },
    commits: after.commits - before.commits,
    walBytes: after.walBytes - before.walBytes,
    tables: new Map(
      [...after.tables].map(([name, size]) => {
        const was = before.tables.get(name) ?? { rows: 0, tableBytes: 0, indexBytes: 0 };
        return [
          name,
          {
            rows: size.rows - was.rows,
            tableBytes: size.tableBytes - was.tableBytes,
            indexBytes: size.indexBytes - was.indexBytes,
          },
        ];
      }),
    ),
  };
}
