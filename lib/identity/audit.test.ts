import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { anonymousActor, systemActor } from './actor.ts';
import { auditRefusal, LISTED_AN_HOUR } from './audit.ts';
import { forgetExpired } from './forget-expired.ts';

await appDatabase();

let before = '0';
beforeEach(async () => {
  at('2026-11-23T10:59:00Z');
  // Nothing can be deleted from the audit, so each test looks at what is newer than its beginning.
  const { rows } = await pool().query('select coalesce(max(id), 0) as newest from audit_entry');
  before = rows[0].newest;
  await pool().query('delete from refusal_tally');
});

function at(instant: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) });
}

const forge = (address: string) => auditRefusal(anonymousActor(address), { action: 'press.forge' });

async function forgeMany(address: (nth: number) => string, times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, (_, nth) => forge(address(nth))));
}

async function linesOf(action: string): Promise<{ address: string; detail: string | null }[]> {
  const { rows } = await pool().query(
    'select address, detail from audit_entry where action = $1 and id > $2',
    [action, before],
  );
  return rows;
}

describe('forgeries without end', () => {
  test('are listed to a bound, then one line says that more follow, and later how many there were', async () => {
    await forgeMany(() => '192.0.2.1', 100);
    expect(await linesOf('press.forge')).toHaveLength(LISTED_AN_HOUR);
    expect(await linesOf('refusal.many')).toHaveLength(1);
    await forgetExpired(systemActor('test'), {});
    expect(await linesOf('refusal.count')).toEqual([]);

    at('2026-11-23T11:00:00Z');
    await forgetExpired(systemActor('test'), {});
    await forgetExpired(systemActor('test'), {});
    expect(await linesOf('refusal.count')).toEqual([
      { address: '192.0.2.1', detail: '100 in the hour from 2026-11-23T10:00:00.000Z' },
    ]);
    expect((await pool().query('select from refusal_tally')).rowCount).toBe(0);
  });

  test('of one place do not hide those of another', async () => {
    await forgeMany(() => '192.0.2.1', 50);
    await forge('192.0.2.2');
    expect((await linesOf('press.forge')).filter(({ address }) => address === '192.0.2.2')).toHaveLength(1);
  });

  test('from all addresses of a /64 are those of one place', async () => {
    await forgeMany((nth) => `2001:db8::${nth.toString(16)}`, 50);
    expect(await linesOf('press.forge')).toHaveLength(LISTED_AN_HOUR);
    expect((await pool().query('select from refusal_tally')).rowCount).toBe(2);
  });

  test('from any number of places leave a bounded number of lines', async () => {
    await pool().query(`insert into refusal_tally values ('*', '2026-11-23T10:00:00Z', 2000)`);
    await forgeMany((nth) => `192.0.2.${nth}`, 30);
    expect(await linesOf('press.forge')).toEqual([]);
  });

  test('begin anew with the hour', async () => {
    await forgeMany(() => '192.0.2.1', 30);
    at('2026-11-23T11:00:00Z');
    await forge('192.0.2.1');
    expect(await linesOf('press.forge')).toHaveLength(LISTED_AN_HOUR + 1);
  });
});

test('a refusal is one also where it cannot be listed', async () => {
  await pool().query('alter table refusal_tally rename to refusal_tally_away');
  await expect(forge('192.0.2.1')).resolves.toBeUndefined();
  await pool().query('alter table refusal_tally_away rename to refusal_tally');
});
