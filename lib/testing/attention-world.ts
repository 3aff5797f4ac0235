import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import { recordRound } from '#lib/callouts/follow-store.ts';
import { listAttention } from '#lib/console/attention/list-attention.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { registerTestPerson } from './test-callout.ts';
import { testMailServer } from './test-mail-server.ts';
import { testWorld } from './test-world.ts';

export const ESCALATION_MOBILE = '+27820000001';
export const ESCALATION_EMAIL = 'on-call@vigil.test';

export const viewer = operatorActor('viewer', 'ada', 'Ada');
export const ada = operatorActor('operator', 'ada', 'Ada');

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** A test world with escalation settings. Each test starts without alerts, presses and open callouts. */
export async function attentionWorld() {
  const mail = await testMailServer();
  const world = await testWorld({
    ESCALATION_MOBILES: ESCALATION_MOBILE,
    ESCALATION_EMAILS: ESCALATION_EMAIL,
    SMTP_URL: mail.url,
    MAIL_FROM: 'vigil@vigil.test',
    APP_URL: 'https://vigil.example',
  });
  beforeEach(async () => {
    await pool().query('truncate alert, escalation_notice, escalation_text, following');
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
  return { world, mail };
}

export async function attention(
  kind = 'all',
  more: { callout?: number; whose?: string; shown?: string } = {},
) {
  const listed = await listAttention(viewer, { kind, ...more });
  if (!listed.ok) throw new Error(listed.code);
  const { rows, silence } = listed.value;
  const needs = rows.flatMap((row) => row.needs.map((need) => ({ ...need, row, subject: row.subject })));
  const all = silence ? [...needs, { ...silence, row: null, subject: '' }] : needs;
  return { ...listed.value, needs: all };
}

export async function needOf(kind: string) {
  const need = (await attention()).needs.find((each) => each.kind === kind);
  if (!need) throw new Error(`nothing says ${kind}`);
  return need;
}

/** What an operator acknowledges who was shown these needs of one row. */
export function shownAs(...needs: readonly { kind: string; subject: string; since: string }[]) {
  return { subject: needs[0]?.subject ?? '', needs: needs.map(({ kind, since }) => ({ kind, since })) };
}

/** An undelivered press of a new person; returns its id. */
export async function pressWithoutPosition(kind: 'real' | 'test', receivedAt: Date): Promise<string> {
  const { personId } = await registerTestPerson();
  const id = randomUUID();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, last_problem)
     values ($1, $2, $3, 'recorded', $4, $4, 'no_location')`,
    [id, personId, kind, receivedAt],
  );
  return id;
}
