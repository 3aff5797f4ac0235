import type { Pool } from 'pg';
import { gaugeOf } from '#lib/platform/metrics.ts';

/** Shows the connections of this process's pool; `pool` is asked each time, and asks the database nothing. */
export function showPool(pool: () => Pool): void {
  const gauges = [
    ['vigil_pool_connections', 'Connections to the database that this process holds.', 'totalCount'],
    ['vigil_pool_idle_connections', 'Those of them that nobody uses.', 'idleCount'],
    ['vigil_pool_waiting', 'Statements that wait for a connection.', 'waitingCount'],
  ] as const;
  for (const [name, help, count] of gauges) gaugeOf({ name, help }, () => pool()[count]);
}
