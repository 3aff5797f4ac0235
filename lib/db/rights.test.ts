import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { readiness } from '#lib/db/readiness.ts';
import { appDatabase } from '#lib/testing/test-database.ts';

const database = await appDatabase();
const name = new URL(database.url).pathname.slice(1);
const role = `vigil_app_${process.pid}_rights`;

const owner = new Client({ connectionString: database.url });
await owner.connect();
await owner.query(`create role ${role} nosuperuser`);
await owner.query(`grant usage on schema public to ${role}`);
await owner.query(`grant select, insert, update, delete on all tables in schema public to ${role}`);
// Every later connection to this database is in that role.
await owner.query(`alter role current_user in database ${name} set role = ${role}`);

afterAll(async () => {
  await owner.query(`drop owned by ${role}`);
  await owner.query(`alter role current_user in database ${name} reset role`);
  await owner.query(`drop role ${role}`);
  await owner.end();
});

test('a role that owns nothing is ready with the rights on all tables, and without one says which', async () => {
  expect(await readiness()).toEqual([]);
  await owner.query(`revoke insert on trusted_contact from ${role}`);
  expect(await readiness()).toEqual([expect.stringContaining('may not read or write trusted_contact:')]);
});
