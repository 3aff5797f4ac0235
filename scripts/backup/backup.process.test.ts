import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { personFrom } from '#lib/identity/session.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import { carrying } from '#lib/testing/operator-world.ts';
import { openFolder, run, start } from '../testing/backup-rig.ts';

const PERSON = 'thandi';
const PRESS = `${randomUUID()}.press`;

/** A person with a session, a sealed column and a press in the journal. */
async function fill(dataDir: string) {
  await pool().query(
    `insert into "user" (id, name, email, role, created_at, updated_at, email_verified)
     values ($1, 'Thandi', 'thandi@vigil.test', 'person', now(), now(), true)`,
    [PERSON],
  );
  await pool().query(
    `insert into person (id, mobile, name, surname, aura_customer_id, subscription_type_id,
       subscription_valid_from, subscription_valid_to, created_at)
     values ($1, '+27821234567', 'Thandi', 'Nkosi', 7, 1, now(), now() + interval '1 year', now())`,
    [PERSON],
  );
  await pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed)
     values (now(), 'processed', 'hash', $1)`,
    [seal(seals.webhookBody, 'what AURA said')],
  );
  await pool().query('create table one (n int); create table other (n int)');
  mkdirSync(join(dataDir, 'journal'), { mode: 0o700 });
  writeFileSync(join(dataDir, 'journal', PRESS), seal('press-journal', 'a press'));
  return (await startPersonSession(PERSON)).cookies;
}

async function expectAllOf(dataDir: string, cookies: Awaited<ReturnType<typeof fill>>) {
  expect(await personFrom(carrying(cookies))).toMatchObject({ role: 'person', personId: PERSON });
  const { rows } = await pool().query('select body_sealed from webhook_event');
  expect(rows.map(({ body_sealed }) => unseal(seals.webhookBody, body_sealed))).toEqual(['what AURA said']);
  expect(unseal('press-journal', readFileSync(join(dataDir, 'journal', PRESS), 'utf8'))).toBe('a press');
}

/** Writes the same number into two tables, in one transaction, until it is stopped. */
function keepWriting(url: string) {
  const connections = new Pool({ connectionString: url });
  let last = 0;
  let isOver = false;
  const ended = (async () => {
    while (!isOver) {
      const next = last + 1;
      await connections.query(
        `begin; insert into one values (${next}); insert into other values (${next}); commit`,
      );
      last = next;
    }
    await connections.end();
  })();
  const stop = async () => {
    isOver = true;
    await ended;
  };
  return { last: () => last, stop };
}

describe('a backup', () => {
  let dataDir: string;
  let file: string;
  let cookies: Awaited<ReturnType<typeof fill>>;
  let before: number;
  let after: number;

  beforeAll(async () => {
    dataDir = join(openFolder(), 'data');
    file = join(openFolder(), 'vigil.tar.gz');
    const stack = await start(dataDir);
    cookies = await fill(dataDir);
    const writer = keepWriting(stack.url);
    while (writer.last() < 50) await new Promise((done) => setTimeout(done, 10));
    before = writer.last();
    const made = await run('backup', dataDir, file);
    after = writer.last() + 1;
    await writer.stop();
    expect(made.output).toContain(`the backup is ${file}`);
    expect(made.code).toBe(0);
    const refused = await run('restore', dataDir, file);
    expect(refused).toMatchObject({
      code: 1,
      output: `Vigil is already running on ${dataDir}: stop it first.\n`,
    });
    await stack.stop();
  });

  test('is for its owner only, and never written over another file', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await run('backup', dataDir, file);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
  });

  test('brings back rows, sessions, seals and the journal, as of one moment while Vigil ran', async () => {
    const own = join(openFolder(), 'data');
    expect(await run('restore', own, file)).toMatchObject({ code: 0 });
    const stack = await start(own);
    await expectAllOf(own, cookies);
    const { rows } = await pool().query(
      'select count(*)::int as pairs, max(one.n) as last from one full join other using (n) where one.n = other.n',
    );
    const { rows: all } = await pool().query(
      'select (select count(*) from one) + (select count(*) from other) as all',
    );
    expect(rows[0].last).toBeGreaterThanOrEqual(before);
    expect(rows[0].last).toBeLessThanOrEqual(after);
    expect(rows[0].pairs).toBe(rows[0].last);
    expect(Number(all[0].all)).toBe(2 * rows[0].pairs);
    await stack.stop();
  });

  test('takes the place of what is there, which is moved aside and can be put back', async () => {
    const own = join(openFolder(), 'data');
    const present = await start(own);
    await pool().query('create table present (n int)');
    await present.stop();
    const presentSecrets = readFileSync(join(own, 'secrets.json'), 'utf8');
    const { code, output } = await run('restore', own, file);
    expect(code, output).toBe(0);
    const aside = /what was there before is in (\S+)/.exec(output)?.[1] ?? '';
    expect(readFileSync(join(aside, 'secrets.json'), 'utf8')).toBe(presentSecrets);
    expect(existsSync(join(aside, 'postgres', 'PG_VERSION'))).toBe(true);
    expect(statSync(aside).mode & 0o777).toBe(0o700);
    const stack = await start(own);
    await expectAllOf(own, cookies);
    await stack.stop();
    // The moved data is itself a data directory.
    chmodSync(aside, 0o755);
    const old = await start(aside);
    expect((await pool().query('select * from present')).rows).toEqual([]);
    await old.stop();
  });

  test('of the same keys leaves the presses in the journal that came since', async () => {
    const own = join(openFolder(), 'data');
    expect(await run('restore', own, file)).toMatchObject({ code: 0 });
    const since = `${randomUUID()}.press`;
    writeFileSync(join(own, 'journal', since), 'sealed since');
    const { output } = await run('restore', own, file);
    expect(output).toContain('1 presses of the journal');
    expect(readdirSync(join(own, 'journal')).sort()).toEqual([PRESS, since].sort());
  });

  test('is made of a product that is stopped, too, beside its data where no file is named', async () => {
    const own = join(openFolder(), 'data');
    expect(await run('restore', own, file)).toMatchObject({ code: 0 });
    const { code, output } = await run('backup', own);
    expect(code, output).toBe(0);
    const [made] = readdirSync(join(own, 'backups'));
    const second = join(openFolder(), 'data');
    expect(await run('restore', second, join(own, 'backups', made ?? ''))).toMatchObject({ code: 0 });
    const stack = await start(second);
    await expectAllOf(second, cookies);
    await stack.stop();
  });

  test('that is cut off is refused: nothing is changed', async () => {
    const own = openFolder();
    const part = join(openFolder(), 'part');
    writeFileSync(part, readFileSync(file));
    truncateSync(part, statSync(file).size - 20);
    expect(await run('restore', own, part)).toMatchObject({
      code: 1,
      output: `${part} is no whole backup of Vigil. Nothing was changed.\n`,
    });
    expect(readdirSync(own)).toEqual([]);
  });
});
