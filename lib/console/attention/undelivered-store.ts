import 'server-only';
import {
  and,
  count,
  desc,
  eq,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { alert } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { person, press, user } from '#lib/db/tables.ts';

const isAboutPress = and(eq(alert.kind, 'press_undelivered'), eq(alert.subject, sql`${press.id}::text`));

// A lateral subquery: for few presses the planner would otherwise read all people first.
const presser = () =>
  database()
    .select({
      name: person.name,
      surname: person.surname,
      mobile: person.mobile,
      customerId: person.auraCustomerId,
    })
    .from(person)
    .where(eq(person.id, press.personId))
    .limit(1)
    .as('presser');

const acknowledgement = () =>
  database()
    .select({ by: user.name, at: alert.acknowledgedAt })
    .from(alert)
    .innerJoin(user, eq(user.id, alert.acknowledgedBy))
    .where(and(isAboutPress, isNull(alert.releasedAt)))
    .orderBy(desc(alert.acknowledgedAt))
    .limit(1)
    .as('acknowledgement');

/** Undelivered presses older than their first attempt: those still being sent first, then the newest. */
export async function listNeedy(receivedBefore: Date, limit: number) {
  const whose = presser();
  const taken = acknowledgement();
  const { name, surname, mobile, customerId } = whose;
  return database()
    .select({
      press,
      name,
      surname,
      mobile,
      customerId,
      acknowledged: { by: taken.by, at: taken.at },
    })
    .from(press)
    .innerJoinLateral(whose, sql`true`)
    .leftJoinLateral(taken, sql`true`)
    .where(isNeedy(receivedBefore))
    .orderBy(desc(eq(press.state, 'recorded')), desc(press.receivedAt))
    .limit(limit);
}

export async function countNeedy(receivedBefore: Date): Promise<number> {
  const [row] = await database().select({ all: count() }).from(press).where(isNeedy(receivedBefore));
  return row?.all ?? 0;
}

/** When it was to be sent: as soon as we had it, or at the end of its grace. */
const sentAt = sql`coalesce(${press.sendsAt}, ${press.receivedAt})`;

/** A real press that has ended needs an outcome, even if acknowledged; a test does not. */
function isNeedy(receivedBefore: Date) {
  const acknowledged = database()
    .select({ one: sql`1` })
    .from(alert)
    .where(and(isAboutPress, isNotNull(alert.acknowledgedAt)));
  return and(
    notInArray(press.state, ['delivered', 'withdrawn']),
    isNull(press.outcome),
    or(ne(press.kind, 'test'), eq(press.state, 'recorded'), notExists(acknowledged)),
    // Not within its grace: it is no alarm while the person can still say that it is none.
    or(isNull(press.sendsAt), lte(press.sendsAt, sql`now()`)),
    or(isNotNull(press.lastProblem), lt(sentAt, receivedBefore)),
  );
}

/** The `since` of these presses' alerts. */
export async function receivedAtOf(pressIds: readonly string[]): Promise<{ id: string; receivedAt: Date }[]> {
  return database()
    .select({ id: press.id, receivedAt: press.receivedAt })
    .from(press)
    .where(sql`${press.id} = any(${sql.param(pressIds)}::uuid[])`);
}
