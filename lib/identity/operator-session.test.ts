import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { rollingCookies } from '#lib/identity/rolling-cookies.ts';
import { enrolleeFrom, operatorFrom, operatorSessionIdIn } from '#lib/identity/session.ts';
import { listOperatorSessions } from '#lib/operators/list-operator-sessions.ts';
import { given, ORIGIN, operatorWorld } from '#lib/testing/operator-world.ts';
import { testEnv } from '#lib/testing/test-env.ts';

// Before the library is made, which is told how long a session may last at most.
testEnv({ VIEWER_SESSION_HOURS: '72' });
const world = await operatorWorld();
testEnv({ ADMIN_SECOND_FACTOR: 'optional', APP_URL: ORIGIN });
const { newOperator, signIn, roleOf, later } = world;

const HOUR_MS = 3_600_000;

beforeEach(world.settle);

describe('an operator’s session', () => {
  test('ends twelve hours after the sign-in, however much it is used', async () => {
    const { operatorId, email } = await newOperator();
    const headers = await signIn(email);
    for (let hour = 0; hour < 11; hour += 1) {
      later(HOUR_MS);
      expect(await roleOf(headers), `after ${hour + 1} hours`).toBe('operator');
    }
    later(HOUR_MS - 1);
    const actor = await operatorFrom(headers);
    expect(actor.role).toBe('operator');
    later(1);
    const listed = given(await listOperatorSessions(actor, { operatorId, thisSessionId: null }));
    expect(listed.sessions).toEqual([]);
    expect((await enrolleeFrom(headers)).role).toBe('anonymous');
    expect(await operatorSessionIdIn(headers)).toBeNull();
  });

  test('ends after the hours that are set, also one that began before they were', async () => {
    const { email } = await newOperator();
    const headers = await signIn(email);
    testEnv({ OPERATOR_SESSION_HOURS: '2' });
    later(2 * HOUR_MS - 1);
    expect(await roleOf(headers)).toBe('operator');
    expect(rollingCookies().map(({ maxAge }) => maxAge)).toContain(72 * 3_600);
    later(1);
    expect(await roleOf(headers)).toBe('anonymous');
  });

  test('lasts longer for a viewer where that is set, as for a screen on the wall, and for nobody else', async () => {
    const screen = await newOperator('viewer');
    const promoted = await newOperator('viewer');
    const { email } = await newOperator();
    const [wall, other, changed] = [
      await signIn(screen.email),
      await signIn(email),
      await signIn(promoted.email),
    ];
    later(12 * HOUR_MS);
    expect(await roleOf(other)).toBe('anonymous');
    expect(await roleOf(wall)).toBe('viewer');
    const actor = await operatorFrom(wall);
    const asked = { operatorId: screen.operatorId, thisSessionId: null };
    expect(given(await listOperatorSessions(actor, asked)).sessions).toHaveLength(1);
    // With more rights the shorter limit counts, from the same sign-in.
    await pool().query(`update "user" set role = 'operator' where id = $1`, [promoted.operatorId]);
    expect(await roleOf(changed)).toBe('anonymous');
    later(60 * HOUR_MS);
    expect(await roleOf(wall)).toBe('anonymous');
  });
});
