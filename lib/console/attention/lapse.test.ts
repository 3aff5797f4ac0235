import { describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { systemActor } from '#lib/identity/actor.ts';
import {
  ada,
  attention,
  attentionWorld,
  minutesAgo,
  needOf,
  pressWithoutPosition,
  shownAs,
} from '#lib/testing/attention-world.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { escalateAttention } from './escalate-attention.ts';

const { mail } = await attentionWorld();

// An acknowledgement says that somebody deals with it. Where nothing follows, it was a promise.

/** As if all acknowledgements were given so many minutes ago. */
const laterBy = (minutes: number) =>
  pool().query("update alert set acknowledged_at = acknowledged_at - $1 * interval '1 minute'", [minutes]);

async function acknowledged() {
  const { calloutId } = await raiseTestCallout();
  await acknowledgeAlert(ada, shownAs(await needOf('new_callout')));
  return calloutId;
}

/** Each deed of an operator, as it is stored: of callout $1, at $2. */
const DEEDS: Readonly<Record<string, string>> = {
  'a note': `insert into callout_note (id, callout_id, operator_id, text, written_at)
    values (gen_random_uuid(), $1, 'ada', 'Spoke to the son', $2)`,
  'a message': `insert into callout_message (id, callout_id, author, author_id, text, state, written_at)
    values (gen_random_uuid(), $1, 'operator', 'ada', 'We are coming', 'sent', $2)`,
  'a cancellation': `insert into cancellation (id, callout_id, by, actor_id, asked_at, state)
    values (gen_random_uuid(), $1, 'operator', 'ada', $2, 'accepted')`,
  'a re-read': `insert into audit_entry (subject, at, actor_role, actor_id, action)
    values ($1, $2, 'operator', 'ada', 'callout.reread')`,
};

describe('an acknowledgement', () => {
  test('lapses after its minutes: the row is at the top again, rings, and is escalated at once', async () => {
    const calloutId = await acknowledged();
    await laterBy(9);
    expect(await attention()).toMatchObject({ waiting: 0, total: 1 });
    await laterBy(2);
    const after = await attention();
    expect(after).toMatchObject({ waiting: 1, newest: { calloutId } });
    expect(after.needs).toMatchObject([{ acknowledged: null, returned: { why: 'lapsed', by: 'Ada' } }]);
    expect(await escalateAttention(systemActor('test'), {})).toMatchObject({ value: { escalated: 1 } });
    expect(mail.mails[0]?.text.replace(/=\n/g, '')).toContain('Acknowledged, but nothing was done.');

    // Acknowledged anew, it is somebody's again.
    await acknowledgeAlert(ada, shownAs(...after.needs));
    expect(await attention()).toMatchObject({ waiting: 0, total: 1 });
  });

  test.each(Object.entries(DEEDS))('that %s follows in time does not', async (_, deed) => {
    const calloutId = await acknowledged();
    await laterBy(60);
    await pool().query(deed, [calloutId, minutesAgo(49)]);
    expect(await attention()).toMatchObject({ waiting: 1 });
    await pool().query(deed, [calloutId, minutesAgo(51)]);
    expect(await attention()).toMatchObject({ waiting: 0, total: 1 });
  });

  test('of a press lapses as well, until it has an outcome', async () => {
    await pressWithoutPosition('real', minutesAgo(1));
    await acknowledgeAlert(ada, shownAs(await needOf('press_undelivered')));
    expect(await attention()).toMatchObject({ waiting: 0 });
    await laterBy(11);
    expect(await attention()).toMatchObject({ waiting: 1 });
  });
});
