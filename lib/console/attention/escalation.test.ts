import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordRound } from '#lib/callouts/follow-store.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testMailServer } from '#lib/testing/test-mail-server.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { currentAlerts } from './current-alerts.ts';
import { escalateAttention } from './escalate-attention.ts';
import { listAttention } from './list-attention.ts';
import { claimEscalations } from './store.ts';

const MOBILE = '+27820000001';
const EMAIL = 'on-call@vigil.test';
const mail = await testMailServer();
const world = await testWorld({
  ESCALATION_MOBILES: MOBILE,
  ESCALATION_EMAILS: EMAIL,
  SMTP_URL: mail.url,
  MAIL_FROM: 'vigil@vigil.test',
  APP_URL: 'https://vigil.example',
});

const viewer = operatorActor('viewer', 'ada', 'Ada');
const ada = operatorActor('operator', 'ada', 'Ada');
const job = systemActor('test');

beforeEach(async () => {
  await pool().query('truncate alert, following');
  await pool().query('delete from press');
  await pool().query('update callout set closed_at = now() where closed_at is null');
  await pool().query(
    `insert into "user" (id, name, email, role, created_at, updated_at)
     values ('ada', 'Ada', 'ada@vigil.test', 'operator', now(), now()), ('ben', 'Ben', 'ben@vigil.test', 'operator', now(), now())
     on conflict do nothing`,
  );
  await recordRound(new Date(), 0);
  mail.mails.length = 0;
  mail.refused.clear();
});

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function attention(kind = 'all') {
  const listed = await listAttention(viewer, { kind });
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}

async function needOf(kind: string) {
  const need = (await attention()).needs.find((each) => each.kind === kind);
  if (!need) throw new Error(`nothing says ${kind}`);
  return need;
}

async function pressWithoutPosition(kind: 'real' | 'test', receivedAt: Date): Promise<string> {
  const { personId } = await registerTestPerson();
  const id = randomUUID();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, last_problem)
     values ($1, $2, $3, 'recorded', $4, $4, 'no_location')`,
    [id, personId, kind, receivedAt],
  );
  return id;
}
describe('escalation', () => {
  const escalate = async () => {
    const done = await escalateAttention(job, {});
    if (!done.ok) throw new Error(done.code);
    const { alerts: _, ...counts } = done.value;
    return counts;
  };
  const isDueAgain = () =>
    pool().query("update alert set escalated_at = escalated_at - interval '10 minutes'");

  test('sends once, by text message and e-mail, without a name or a place', async () => {
    const { calloutId } = await raiseTestCallout(minutesAgo(4));
    await pool().query("update callout set stage = 'dispatched' where id = $1", [calloutId]);
    const before = await world.messagesTo(MOBILE);
    // As two workers would.
    const rounds = await Promise.all([escalate(), escalate()]);
    expect(rounds.map(({ escalated }) => escalated).sort()).toEqual([0, 1]);
    expect(await world.messagesTo(MOBILE)).toBe(before + 1);
    expect(mail.mails).toMatchObject([{ from: 'vigil@vigil.test', to: EMAIL }]);
    const text = mail.mails[0]?.text.replace(/=\n/g, '') ?? '';
    expect(text).toContain(`New callout ${calloutId}. Nobody has taken it up for 4 min.`);
    expect(text).toContain(`https://vigil.example/admin/callouts/${calloutId}`);
    expect(text).not.toMatch(/Thandi|Nkosi|-26\.1|28\.05/);
    const need = await needOf('new_callout');
    expect(need.escalation).toMatchObject({ attempts: 1, sentAt: expect.any(String) });
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
  });

  test('waits for the minutes, and skips acknowledged alerts and TESTs', async () => {
    await raiseTestCallout(minutesAgo(2.9));
    await pool().query("update callout set stage = 'dispatched'");
    await pressWithoutPosition('test', minutesAgo(9));
    await pressWithoutPosition('real', minutesAgo(9));
    await acknowledgeAlert(
      ada,
      (await attention('real')).needs.find(({ press }) => press),
    );
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
    expect(mail.mails).toEqual([]);
  });

  test('several alerts are one message', async () => {
    for (let n = 0; n < 3; n += 1) await pressWithoutPosition('real', minutesAgo(4 + n));
    expect(await escalate()).toEqual({ escalated: 3, failed: 0 });
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.text).toContain('3 things need a human');
  });

  test('is retried until every recipient was reached, once each, and the board shows the failure', async () => {
    await pressWithoutPosition('real', minutesAgo(4));
    mail.refused.add(EMAIL);
    const before = await world.messagesTo(MOBILE);
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(await needOf('press_undelivered')).toMatchObject({ escalation: { attempts: 2, sentAt: null } });
    mail.refused.clear();
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    expect(await needOf('press_undelivered')).toMatchObject({
      escalation: { attempts: 3, sentAt: expect.any(String) },
    });
    expect([mail.mails.length, await world.messagesTo(MOBILE)]).toEqual([1, before + 1]);
  });

  test('is not begun by a process that saw what another has taken since', async () => {
    await raiseTestCallout(minutesAgo(9));
    const at = new Date();
    const { alerts } = await currentAlerts(job, at);
    const seen = alerts.filter(({ kind }) => kind === 'no_responder');
    expect(await claimEscalations(seen, at)).toHaveLength(1);
    expect(await claimEscalations(seen, at)).toHaveLength(0);
    await acknowledgeAlert(ada, await needOf('no_responder'));
    const again = (await currentAlerts(job, at)).alerts.filter(({ kind }) => kind === 'no_responder');
    expect(await claimEscalations(again, at)).toHaveLength(0);
  });
});
