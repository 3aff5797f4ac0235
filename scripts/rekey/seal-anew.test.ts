import { randomUUID } from 'node:crypto';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database, pool } from '#lib/db/database.ts';
import { calloutMessage } from '#lib/db/following-tables.ts';
import { keptTables } from '#lib/db/kept.ts';
import { calloutFix } from '#lib/db/position-tables.ts';
import { isSealed } from '#lib/db/sealed.ts';
import { cellOf, placeColumns } from '#lib/db/sealed-place.ts';
import { callout } from '#lib/db/tables.ts';
import { partsOf } from '#lib/geo/kept-place.ts';
import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { signedAnew } from '#lib/identity/older-keys.ts';
import { startPersonSession } from '#lib/identity/person-session.ts';
import { readPressToken, renewedPressToken } from '#lib/identity/press-token.ts';
import { countSealedCodes, newRecoveryCodes } from '#lib/identity/recovery-codes.ts';
import { personFrom } from '#lib/identity/session.ts';
import { now } from '#lib/platform/clock.ts';
import { seals } from '#lib/platform/seals.ts';
import { keyedHash, newestKeyId, seal, unseal } from '#lib/platform/secret-box.ts';
import { openedWords, UNOPENED } from '#lib/platform/unopened.ts';
import { carrying } from '#lib/testing/operator-world.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { sealAllAnew, sealedColumns } from './seal-anew.ts';

await testWorld();

const OLD = 'the older key for tests of 32 bytes or more';
const NEW = 'the newer key for tests of 32 bytes or more';

/** A process that was started with these keys: better-auth reads them once. */
function startWith(...keys: string[]) {
  testEnv({ SECRET_KEY: keys.join(', ') });
  for (const name of ['person-auth', 'operator-auth'])
    Reflect.deleteProperty(globalThis, Symbol.for(`vigil.${name}`));
}

const all = async () => {
  const done = [];
  for await (const column of sealAllAnew(pool())) done.push(column);
  return done;
};

test('every sealed column is sealed anew', async () => {
  const { rows } = await pool().query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     join pg_class on oid = to_regclass(quote_ident(table_name)) and not relispartition
     where table_schema = 'public' and (column_name like '%sealed' or table_name = 'two_factor' and column_name in ('secret', 'backup_codes'))`,
  );
  const byType = keptTables.flatMap(({ table }) =>
    Object.values(getTableColumns(table))
      .filter(isSealed)
      .map((column) => `${getTableName(table)}.${column.name}`),
  );
  const listed = sealedColumns.map(({ table, column }) => `${table}.${column}`);
  expect(byType).toContain('callout_fix.place');
  expect(listed.sort()).toEqual([...rows.map(({ name }) => name), ...byType].sort());
});

test('a new key takes over while the older one is listed, and after the older one is gone', async () => {
  startWith(OLD);
  const { personId, calloutId } = await raiseTestCallout();
  await pool().query('update callout set tracking_url_sealed = $1 where id = $2', [
    seal(seals.trackingUrl, 'https://track.example/1'),
    calloutId,
  ]);
  for (let each = 0; each < 450; each += 1) {
    await pool().query(
      `insert into webhook_event (received_at, state, body_hash, body_sealed)
       values (now(), 'processed', $1, $2)`,
      [`hash ${each}`, seal(seals.webhookBody, `body ${each}`)],
    );
  }
  const codes = (await newRecoveryCodes()).sealed;
  await pool().query(
    `insert into "user" (id, name, email, role, created_at, updated_at, email_verified) values ('op', 'Olga', 'o@vigil.test', 'operator', now(), now(), true)`,
  );
  await pool().query(
    `insert into two_factor (id, secret, backup_codes, user_id) values ('1', $1, $1, 'op')`,
    [codes],
  );
  const { cookies } = await startPersonSession(personId);
  const pressToken = cookies.find(({ name }) => name === PRESS_COOKIE)?.value ?? '';
  const session = cookies.find(({ name }) => name.endsWith('session_token'));
  if (!session) throw new Error('no session');

  startWith(NEW, OLD);
  expect(await personFrom(carrying(cookies))).toMatchObject({ role: 'person', personId });
  expect(readPressToken(pressToken, now())).toMatchObject({ personId });
  const trackingUrl = async () => {
    const { rows } = await pool().query('select tracking_url_sealed as sealed from callout where id = $1', [
      calloutId,
    ]);
    return unseal(seals.trackingUrl, rows[0].sealed);
  };
  expect(await trackingUrl()).toBe('https://track.example/1');
  expect(await countSealedCodes(codes)).toBe(10);
  const done = await all();
  expect(done).toContainEqual({ name: 'webhook_event.body_sealed', sealed: 450, unopened: 0 });
  expect(done.every(({ unopened }) => unopened === 0)).toBe(true);
  expect((await all()).map(({ sealed }) => sealed)).toEqual(done.map(() => 0));
  const renewed = signedAnew(session.name, session.value);
  const renewedToken = renewedPressToken(pressToken, now())?.token ?? '';

  startWith(NEW);
  expect(await trackingUrl()).toBe('https://track.example/1');
  const { rows } = await pool().query(`select backup_codes from two_factor`);
  expect(await countSealedCodes(rows[0].backup_codes)).toBe(10);
  const bodies = await pool().query('select body_sealed as sealed from webhook_event');
  expect(bodies.rows.filter(({ sealed }) => unseal(seals.webhookBody, sealed) === null)).toEqual([]);
  expect(await personFrom(carrying([{ ...session, value: renewed }]))).toMatchObject({ personId });
  expect(readPressToken(renewedToken, now())).toMatchObject({ personId });
  // Who did not come by while both were listed has to sign in again.
  expect(await personFrom(carrying(cookies))).toMatchObject({ role: 'anonymous' });
  expect(readPressToken(pressToken, now())).toBeNull();
});

test('what no listed key opens is counted, and left as it is', async () => {
  startWith(OLD);
  await pool().query('delete from webhook_event');
  const lost = seal(seals.webhookBody, 'body');
  await pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed) values (now(), 'processed', 'lost', $1)`,
    [lost],
  );
  startWith(NEW);
  expect(await all()).toContainEqual({ name: 'webhook_event.body_sealed', sealed: 0, unopened: 1 });
  const { rows } = await pool().query('select body_sealed from webhook_event');
  expect(rows).toEqual([{ body_sealed: lost }]);
});

test('while the product writes on, nothing is lost, and the newest key alone opens all of it', async () => {
  startWith(OLD);
  const { calloutId, personId } = await raiseTestCallout();
  const at = new Date();
  const home = { latitude: -26.1, longitude: 28.05 };
  const message = (nth: number) => ({
    ...{ id: randomUUID(), calloutId, author: 'person' as const, authorId: personId },
    ...{ text: `message ${nth}`, state: 'sent' as const, writtenAt: at },
  });
  const fix = (nth: number) => ({
    ...{ calloutId, fixedAt: new Date(at.getTime() + nth), measuredAt: at, receivedAt: at },
    place: { ...home, accuracyM: nth },
  });
  const many = Array.from({ length: 450 }, (_, nth) => nth);
  await database().insert(calloutFix).values(many.map(fix));
  await database().insert(calloutMessage).values(many.map(message));
  // As a build before the sealing left it.
  await pool().query(
    `update callout_message set text = 'message 7' where seq = (select min(seq) + 7 from callout_message)`,
  );

  startWith(NEW, OLD);
  let isOver = false;
  const writing = (async () => {
    let nth = many.length;
    for (; !isOver || nth < many.length + 20; nth += 1) {
      await database().insert(calloutMessage).values(message(nth));
      await database().insert(calloutFix).values(fix(nth));
      await database()
        .update(callout)
        .set(placeColumns({ ...home, accuracyM: nth }));
    }
    return nth;
  })();
  const done = await all();
  isOver = true;
  const written = await writing;
  expect(done).toContainEqual(
    expect.objectContaining({ name: 'callout_fix.place', sealed: 450, unopened: 0 }),
  );

  startWith(NEW);
  const messages = await database().select().from(calloutMessage).orderBy(calloutMessage.seq);
  expect(messages.map(({ text }) => openedWords(text))).toEqual(
    Array.from({ length: written }, (_, nth) => `message ${nth}`),
  );
  const fixes = await database().select().from(calloutFix).orderBy(calloutFix.fixedAt);
  expect(fixes.map(({ place }) => partsOf(place).accuracyM)).toEqual(
    Array.from({ length: written }, (_, nth) => nth),
  );
  const [kept] = (await database().select().from(callout)).filter(({ id }) => id === calloutId);
  expect(kept?.place).not.toBe(UNOPENED);
  expect(kept?.cell).toBe(cellOf(home));
});

test('a cookie that no listed key signed stays as it is', () => {
  startWith(NEW, OLD);
  expect(signedAnew('vigil.session_token', 'token.forged')).toBe('token.forged');
  expect(signedAnew('vigil.session_token', 'token')).toBe('token');
  expect(signedAnew('another', 'token.forged')).toBe('token.forged');
  expect(keyedHash('any', 'value')).not.toBe('');
  expect(seal('any', 'text').startsWith(newestKeyId())).toBe(true);
});
