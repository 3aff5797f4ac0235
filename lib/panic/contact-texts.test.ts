import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { reportDelivery } from '#lib/console/escalation-texts/report-delivery.ts';
import { saveTrustedContacts } from '#lib/customers/registration/save-trusted-contacts.ts';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { createShareLink } from '#lib/following/sharing/create-share-link.ts';
import { deliverContactTexts } from '#lib/following/sharing/deliver-contact-texts.ts';
import { readShareLinks } from '#lib/following/sharing/read-share-links.ts';
import { readSharedCallout } from '#lib/following/sharing/read-shared-callout.ts';
import { countContactTexts } from '#lib/following/sharing/records.ts';
import { revokeShareLinks } from '#lib/following/sharing/revoke-share-links.ts';
import { anonymousActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

const system = systemActor('test');
let thandi: TestPerson;
let sipho: string;
let ayanda: string;
let last = 1_000_000;
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

async function trust(isTexted = true, mobiles = [sipho, ayanda]): Promise<void> {
  const contacts = mobiles.map((mobile) => ({ name: 'Sipho', mobile }));
  const saved = await saveTrustedContacts(own(), { contacts, isTexted });
  if (!saved.ok) throw new Error(saved.code);
}

beforeEach(async () => {
  last += 2;
  [sipho, ayanda] = [`+2783${last}`, `+2783${last + 1}`];
  thandi = await registerTestPerson();
  await pool().query('delete from limit_event');
  await pool().query('delete from contact_text');
  await trust();
});
afterEach(() => world.restoreAura());

async function raise(more: Record<string, unknown> = {}) {
  const raised = await raisePress(own(), newTestPress(more));
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

async function raiseCallout(): Promise<number> {
  const { state, calloutId } = await raise();
  expect(state).toBe('delivered');
  return Number(calloutId);
}

async function round() {
  const done = await deliverContactTexts(system, {});
  if (!done.ok) throw new Error(done.code);
  return done.value.nextMs;
}

/** What both contacts got. */
const texts = async () => [...(await world.textsTo(sipho)), ...(await world.textsTo(ayanda))];
const follow = (text = '') =>
  readSharedCallout(anonymousActor('192.0.2.9'), { token: text.split('/follow/')[1] ?? '' });
const problems = async () =>
  (await pool().query('select distinct state, problem from contact_text')).rows as unknown[];

describe('when a press is delivered', () => {
  test('each contact gets one text with a link of their own, which shows what happens', async () => {
    const calloutId = await raiseCallout();
    await round();
    const [one = '', other = ''] = await texts();
    expect(await texts()).toHaveLength(2);
    expect(one).toMatch(/^Vigil: Thandi called for help\. .* https?:\S+\/follow\/[\w-]{43}$/);
    expect(one.split('/follow/')[1]).not.toBe(other.split('/follow/')[1]);
    for (const text of [one, other]) expect(await follow(text)).toMatchObject({ ok: true });
    expect(await readShareLinks(own(), { calloutId })).toMatchObject({
      value: { active: 2, texted: 2, texting: 0 },
    });
    await round();
    expect(await texts()).toHaveLength(2);
  });

  test('further presses of the callout, and rounds at once, text nobody again', async () => {
    await raiseCallout();
    await Promise.all([round(), round(), round()]);
    expect((await raise()).state).toBe('delivered');
    await Promise.all([round(), round()]);
    expect(await texts()).toHaveLength(2);
  });

  test('a callout whose answer was lost is known later, and told then', async () => {
    await world.breakAura('createCallout', 'huge_body');
    expect((await raise()).state).toBe('recorded');
    await world.restoreAura();
    await round();
    expect(await texts()).toEqual([]);
    await adoptCallouts(system, { listed: await listedAtAura() });
    await round();
    expect(await texts()).toHaveLength(2);
  });

  test('it is written in the language of the person', async () => {
    await pool().query(`update person set language = 'sw' where id = $1`, [thandi.personId]);
    await raiseCallout();
    await round();
    expect((await texts())[0]).toMatch(/^Vigil: Thandi ameomba msaada\./);
  });
});

describe('no text is sent', () => {
  test('where the person did not choose it, or does not any more', async () => {
    await trust(false);
    await raiseCallout();
    await round();
    expect(await problems()).toEqual([]);
    await trust(true);
    await raise();
    await trust(false);
    await round();
    expect(await problems()).toEqual([{ state: 'stopped', problem: 'removed' }]);
    expect(await texts()).toEqual([]);
  });

  test('of a practice press, or one that is not with AURA', async () => {
    await raise({ kind: 'test' });
    await world.refuse('createCallout', 503);
    await raise();
    await round();
    expect(await problems()).toEqual([]);
  });

  test('of a press that was withdrawn', async () => {
    const { pressId } = await raise({ graceSeconds: 30 });
    await withdrawPress(own(), { pressId });
    await round();
    expect(await problems()).toEqual([]);
  });

  test.each(['right', 'wrong'] as const)('after I am safe with the %s code', async (code) => {
    const calloutId = await raiseCallout();
    const safeCode = code === 'right' ? thandi.mobile.slice(-4) : '0';
    await cancelCallout(own(), { calloutId, safeCode });
    await round();
    expect(await texts()).toEqual([]);
    expect(await problems()).toEqual([{ state: 'stopped', problem: 'safe' }]);
  });

  test('once the callout has closed', async () => {
    const calloutId = await raiseCallout();
    for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) await world.step(calloutId, step);
    await refreshCallout(system, { calloutId, source: 'poll' });
    await round();
    expect(await problems()).toEqual([{ state: 'stopped', problem: 'ended' }]);
  });

  test('to a number that is the person’s own by then, or half an hour late', async () => {
    await raiseCallout();
    await pool().query(`update person set (mobile, mobile_hash) = (select $2, 'x') where id = $1`, [
      thandi.personId,
      sipho,
    ]);
    await pool().query(`update contact_text set queued_at = now() - interval '30 minutes'
      where contact_id = (select id from trusted_contact where person_id = '${thandi.personId}' and nth = 1)`);
    await round();
    expect((await problems()).toSorted()).toEqual(
      expect.arrayContaining([
        { state: 'stopped', problem: 'own' },
        { state: 'stopped', problem: 'late' },
      ]),
    );
    expect(await texts()).toEqual([]);
  });

  test('more than three times an hour to a contact', async () => {
    for (let nth = 0; nth < 4; nth += 1) {
      const calloutId = await raiseCallout();
      await round();
      for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'])
        await world.step(calloutId, step);
      await refreshCallout(system, { calloutId, source: 'poll' });
    }
    expect(await world.textsTo(sipho)).toHaveLength(3);
    expect(await problems()).toContainEqual({ state: 'stopped', problem: 'limited' });
  });
});

describe('the links', () => {
  test('are taken back with all others, and a text that waits is not sent', async () => {
    const calloutId = await raiseCallout();
    await round();
    await createShareLink(own(), { calloutId });
    await pool().query(`update contact_text set state = 'queued', sent_at = null where contact_id =
      (select id from trusted_contact where person_id = '${thandi.personId}' and nth = 1)`);
    await revokeShareLinks(own(), { calloutId });
    await round();
    expect(await texts()).toHaveLength(2);
    for (const text of await texts()) expect(await follow(text)).toMatchObject({ code: 'share_link.ended' });
    expect(await readShareLinks(own(), { calloutId })).toMatchObject({
      value: { active: 0, texted: 1, texting: 0 },
    });
    await raise();
    await round();
    expect(await texts()).toHaveLength(2);
  });

  test('are nowhere in the database', async () => {
    await raiseCallout();
    await round();
    const kept = await pool().query('select c::text as c, s::text as s from contact_text c, share_link s');
    for (const text of await texts())
      expect(JSON.stringify(kept.rows)).not.toContain(text.split('/follow/')[1]);
    for (const mobile of [sipho, ayanda]) expect(JSON.stringify(kept.rows)).not.toContain(mobile);
  });
});

describe('a gateway', () => {
  test('that is away loses no press, and is asked again with the same link', async () => {
    testEnv({ SMS_WEBHOOK_URL: 'http://127.0.0.1:9/' });
    const calloutId = await raiseCallout();
    const waitMs = await round();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(5_000);
    expect(await countContactTexts(calloutId)).toMatchObject({ sent: 0, waiting: 2 });
    const links = await pool().query('select token_hash from share_link where callout_id = $1', [calloutId]);
    testEnv({ SMS_WEBHOOK_URL: world.sandbox.smsWebhookUrl });
    await pool().query('update contact_text set due_at = now()');
    await round();
    expect(await texts()).toHaveLength(2);
    const after = await pool().query('select token_hash from share_link where callout_id = $1', [calloutId]);
    expect(after.rows).toEqual(links.rows);
  });

  test('that reports deliveries is believed, once', async () => {
    const calloutId = await raiseCallout();
    await round();
    const gatewayId = randomUUID();
    await pool().query(
      `update contact_text set gateway_id = $1 where contact_id =
       (select id from trusted_contact where person_id = $2 and nth = 0)`,
      [gatewayId, thandi.personId],
    );
    for (const status of ['sent', 'failed', 'delivered', 'delivered'])
      await reportDelivery(system, { id: gatewayId, status });
    expect(await countContactTexts(calloutId)).toMatchObject({
      ...{ sent: 2, delivered: 1, failed: 0, waiting: 0, stopped: 0 },
      firstAt: expect.any(String),
    });
  });
});
