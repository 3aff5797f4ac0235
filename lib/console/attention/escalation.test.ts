import { describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { systemActor } from '#lib/identity/actor.ts';
import {
  ada,
  attention,
  attentionWorld,
  ESCALATION_EMAIL,
  ESCALATION_MOBILE,
  minutesAgo,
  needOf,
  pressWithoutPosition,
  shownAs,
} from '#lib/testing/attention-world.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { currentAlerts } from './current-alerts.ts';
import { escalateAttention } from './escalate-attention.ts';
import { claimEscalations } from './escalation-store.ts';

const { world, mail } = await attentionWorld();

const job = systemActor('test');

describe('escalation', () => {
  const escalate = async () => {
    const done = await escalateAttention(job, {});
    if (!done.ok) throw new Error(done.code);
    const { alerts: _, ...counts } = done.value;
    return counts;
  };
  const isDueAgain = () =>
    pool().query("update alert set escalated_at = escalated_at - interval '4 minutes'");
  const notified = async () => {
    const { rows } = await pool().query('select shown, times from escalation_notice order by sent_at, shown');
    return rows.map(({ shown, times }) => `${shown} ${times}`);
  };

  test('sends once, by text message and e-mail, without a name or a place', async () => {
    const { calloutId } = await raiseTestCallout(minutesAgo(4));
    await pool().query("update callout set stage = 'dispatched' where id = $1", [calloutId]);
    const before = await world.messagesTo(ESCALATION_MOBILE);
    // As two workers would.
    const rounds = await Promise.all([escalate(), escalate()]);
    expect(rounds.map(({ escalated }) => escalated).sort()).toEqual([0, 1]);
    expect(await world.messagesTo(ESCALATION_MOBILE)).toBe(before + 1);
    expect(mail.mails).toMatchObject([{ from: 'vigil@vigil.test', to: ESCALATION_EMAIL }]);
    const text = mail.mails[0]?.text.replace(/=\n/g, '') ?? '';
    expect(text).toContain(`New callout ${calloutId}. Not acknowledged for 4 min.`);
    expect(text).toContain(`https://vigil.example/admin/callouts/${calloutId}`);
    expect(text).not.toMatch(/Thandi|Nkosi|-26\.1|28\.05/);
    const need = await needOf('new_callout');
    expect(need.escalation).toMatchObject({ failures: 0, sentAt: expect.any(String) });
    expect((await notified()).sort()).toEqual(['+2782…01 1', 'on…@vigil.test 1']);
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
  });

  test('waits for the minutes, and skips acknowledged alerts and TESTs', async () => {
    await raiseTestCallout(minutesAgo(2.9));
    await pool().query("update callout set stage = 'dispatched'");
    await pressWithoutPosition('test', minutesAgo(9));
    await pressWithoutPosition('real', minutesAgo(9));
    const [press] = (await attention('real')).needs;
    if (!press) throw new Error('the press is not there');
    await acknowledgeAlert(ada, shownAs(press));
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
    expect(mail.mails).toEqual([]);
  });

  test('several alerts are one message', async () => {
    for (let n = 0; n < 3; n += 1) await pressWithoutPosition('real', minutesAgo(4 + n));
    expect(await escalate()).toEqual({ escalated: 3, failed: 0 });
    expect(mail.mails).toHaveLength(1);
    expect(mail.mails[0]?.text).toContain('3 need attention');
  });

  test('is retried until every recipient was reached, once each, and the board shows the failure', async () => {
    await pressWithoutPosition('real', minutesAgo(4));
    mail.refused.add(ESCALATION_EMAIL);
    const before = await world.messagesTo(ESCALATION_MOBILE);
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(await needOf('press_undelivered')).toMatchObject({ escalation: { failures: 2, sentAt: null } });
    mail.refused.clear();
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    expect(await needOf('press_undelivered')).toMatchObject({
      escalation: { failures: 0, sentAt: expect.any(String) },
    });
    expect([mail.mails.length, await world.messagesTo(ESCALATION_MOBILE)]).toEqual([1, before + 1]);
  });

  test('goes tier by tier, and repeats the last one until somebody acknowledges', async () => {
    testEnv({
      ESCALATION_MOBILES: '',
      ESCALATION_EMAILS: '',
      ESCALATION_TIERS: `3: first@vigil.test; 4: ${ESCALATION_MOBILE}`,
    });
    await pressWithoutPosition('real', minutesAgo(4.5));
    expect((await attention()).escalatesAfterMinutes).toBe(3);
    mail.refused.add('first@vigil.test');
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(await notified()).toEqual(['+2782…01 1']);
    mail.refused.clear();
    await isDueAgain();
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    expect(mail.mails).toMatchObject([{ to: 'first@vigil.test' }]);
    await pool().query("update escalation_notice set sent_at = sent_at - interval '6 minutes'");
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    expect(await notified()).toEqual(['fi…@vigil.test 1', '+2782…01 2']);
    const need = await needOf('press_undelivered');
    await acknowledgeAlert(ada, shownAs(need));
    await pool().query("update escalation_notice set sent_at = sent_at - interval '6 minutes'");
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
  });

  test('goes on to the next tier where a text was not delivered, or nobody was reached', async () => {
    const onlyFirst = `3: ${ESCALATION_MOBILE}`;
    const ESCALATION_TIERS = `${onlyFirst}; 30: second@vigil.test`;
    testEnv({ ESCALATION_MOBILES: '', ESCALATION_EMAILS: '', ESCALATION_TIERS: onlyFirst });
    await pressWithoutPosition('real', minutesAgo(4.5));
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    testEnv({ ESCALATION_TIERS });
    await pool().query(`update escalation_notice set text_id = 'named', sent_at = now() - interval '61 s'`);
    const isDelivered = (at: string | null) =>
      pool().query(
        `insert into escalation_text (id, gateway_id, sealed, delivered_at)
         values (gen_random_uuid(), 'named', '', $1) on conflict (gateway_id) do update set delivered_at = $1`,
        [at],
      );
    await isDelivered(new Date().toISOString());
    expect(await escalate()).toEqual({ escalated: 0, failed: 0 });
    await isDelivered(null);
    expect(await escalate()).toEqual({ escalated: 1, failed: 0 });
    expect(mail.mails).toMatchObject([{ to: 'second@vigil.test' }]);
    await pool().query('truncate alert, escalation_notice, escalation_text');
    mail.mails.length = 0;
    testEnv({ ESCALATION_TIERS: '3: first@vigil.test; 30: second@vigil.test' });
    mail.refused.add('first@vigil.test');
    expect(await escalate()).toEqual({ escalated: 0, failed: 1 });
    expect(mail.mails).toMatchObject([{ to: 'second@vigil.test' }]);
  });

  test('is not begun by a process that saw what another has taken since', async () => {
    await raiseTestCallout(minutesAgo(9));
    const at = new Date();
    const { alerts } = await currentAlerts(job, at);
    const seen = alerts.filter(({ kind }) => kind === 'no_responder');
    expect(await claimEscalations(seen, at)).toHaveLength(1);
    expect(await claimEscalations(seen, at)).toHaveLength(0);
    await acknowledgeAlert(ada, shownAs(await needOf('no_responder')));
    const again = (await currentAlerts(job, at)).alerts.filter(({ kind }) => kind === 'no_responder');
    expect(await claimEscalations(again, at)).toHaveLength(0);
  });
});
