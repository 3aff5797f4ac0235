import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Client } from 'pg';
import { MARKED_PERSON, MARKED_PLACE, type Seat } from './canaries.ts';
import { confirm } from './registration.ts';
import type { SandboxControl } from './sandbox-control.ts';

// Many failures around the marked person.

const JSON_TYPE = { 'content-type': 'application/json' };

function pressHere() {
  const at = new Date().toISOString();
  return { pressId: randomUUID(), pressedAt: at, location: { ...MARKED_PLACE, fixedAt: at, source: 'live' } };
}

/** Refused requests full of personal data. */
export async function sendRubbish({ context: { request }, witness: { add } }: Seat): Promise<void> {
  const { mobile } = MARKED_PERSON;
  const { latitude, longitude } = MARKED_PLACE;
  const bodies = [
    `{"latitude":${latitude},`,
    `{"pressId":"${randomUUID()}","location":{"latitude":NaN,"longitude":${longitude}}}`,
    JSON.stringify({ ...pressHere(), pressId: mobile }),
    JSON.stringify({ ...pressHere(), kind: mobile, location: { latitude: 91, longitude } }),
    JSON.stringify({ ...pressHere(), pressToken: `${mobile}.${longitude}` }),
    JSON.stringify({ name: mobile.repeat(90_000) }),
  ];
  for (const data of bodies) {
    const response = await request.post('/api/panic', { data: Buffer.from(data), headers: JSON_TYPE });
    await add('a press that makes no sense', response);
  }
  for (const path of [
    `/api/panic/${mobile}`,
    `/api/callouts/${latitude}`,
    `/callouts/${mobile}`,
    `/${mobile}`,
  ]) {
    await add(path, await request.get(`${path}?mobile=${encodeURIComponent(mobile)}`));
  }
}

/** Presses while AURA refuses, sends nonsense, or is cut off. */
export async function breakAura({ context, witness }: Seat, sandbox: SandboxControl): Promise<void> {
  for (const effect of ['status', 'html_page', 'truncated_body', 'reset_after']) {
    await sandbox.fail({ operation: 'createCallout', effect });
    await sandbox.fail({ operation: 'readCallout', effect });
    const response = await context.request.post('/api/panic', { data: pressHere() });
    expect(response.status(), effect).toBe(202);
    await witness.add(`a press while AURA answers with ${effect}`, response);
    await sandbox.clearFaults();
  }
}

/**
 * Drops tables one by one, so that failing statements contain personal data. Returns the code that the person
 * received meanwhile in another browser.
 */
export async function breakDatabase(
  { person, elsewhere }: { person: Seat; elsewhere: Seat },
  database: Client,
  sandbox: SandboxControl,
): Promise<string[]> {
  const without = async (table: string, work: () => Promise<void>) => {
    await database.query(`alter table "${table}" rename to "${table}_away"`);
    await work();
    await database.query(`alter table "${table}_away" rename to "${table}"`);
  };
  const page = await elsewhere.context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Mobile number').fill(MARKED_PERSON.mobile);
  await page.getByRole('button', { name: /code/i }).click();
  await page.getByLabel('Code').waitFor();
  const code = await sandbox.codeFor(MARKED_PERSON.mobile, 2);
  await without('person', async () => {
    await confirm(page, code);
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  });
  for (const table of ['callout', 'press', 'session', 'callout_fact']) {
    await without(table, async () => {
      const response = await person.context.request.post('/api/panic', { data: pressHere() });
      await person.witness.add(`a press without the table ${table}`, response);
    });
  }
  return [code];
}
