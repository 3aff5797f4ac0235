import type { Pool } from 'pg';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { sealAllAnew } from './seal-anew.ts';

await testWorld();

const OLD = 'the older key for tests of 32 bytes or more';
const NEW = 'the newer key for tests of 32 bytes or more';

async function fiveBodies() {
  testEnv({ SECRET_KEY: OLD });
  await pool().query('delete from webhook_event');
  const bodies = ['a', 'b', 'c', 'd', 'e'].map((body) => seal(seals.webhookBody, body));
  await pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed)
     select now(), 'processed', body, body from unnest($1::text[]) body`,
    [bodies],
  );
  testEnv({ SECRET_KEY: `${NEW}, ${OLD}` });
}

/** The bodies by the newest key alone; null where the older one is needed. */
async function opened() {
  const { rows } = await pool().query<{ sealed: string }>(
    'select body_sealed as sealed from webhook_event order by id',
  );
  testEnv({ SECRET_KEY: NEW });
  const bodies = rows.map(({ sealed }) => unseal(seals.webhookBody, sealed));
  testEnv({ SECRET_KEY: `${NEW}, ${OLD}` });
  return bodies;
}

async function seen(connection: Pool) {
  const found = [];
  for await (const column of sealAllAnew(connection)) found.push(column);
  return found.find(({ name }) => name === 'webhook_event.body_sealed');
}

test('what changes between reading and sealing keeps its change', async () => {
  await fiveBodies();
  const later = seal(seals.webhookBody, 'changed');
  let isChanged = false;
  // The pool, with a writer who comes in after the rows were read.
  const busy = new Proxy(pool(), {
    get: (target, name) =>
      name === 'query'
        ? async (text: string, values: unknown[]) => {
            if (!isChanged && text.includes('update webhook_event')) {
              isChanged = true;
              await target.query(
                'update webhook_event set body_sealed = $1 where id = (select min(id) from webhook_event)',
                [later],
              );
            }
            return target.query(text, values);
          }
        : Reflect.get(target, name),
  });
  expect(await seen(busy)).toMatchObject({ sealed: 4, unopened: 0 });
  expect(isChanged).toBe(true);
  expect(await opened()).toEqual(['changed', 'b', 'c', 'd', 'e']);
});

test('a row that a writer holds delays no other, and is sealed once it is let go', async () => {
  await fiveBodies();
  const writer = await pool().connect();
  await writer.query('begin');
  await writer.query(
    'select id from webhook_event where id = (select min(id) + 2 from webhook_event) for update',
  );
  const sealing = seen(pool());
  await eventually(async () => expect(await opened()).toEqual(['a', 'b', null, 'd', 'e']));
  await writer.query('commit');
  writer.release();
  expect(await sealing).toMatchObject({ sealed: 5, unopened: 0 });
  expect(await opened()).toEqual(['a', 'b', 'c', 'd', 'e']);
});
