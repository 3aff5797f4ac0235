import { expect, test } from 'vitest';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import {
  ada,
  attention,
  attentionWorld,
  minutesAgo,
  pressWithoutPosition,
  shownAs,
} from '#lib/testing/attention-world.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { acknowledgeMany } from './acknowledge-many.ts';

await attentionWorld();

const ben = operatorActor('operator', 'ben', 'Ben');

test('many rows are acknowledged for one reason, which stands with each; what others have or comes later stays', async () => {
  for (const minutes of [3, 2, 1]) await pressWithoutPosition('real', minutesAgo(minutes));
  const { calloutId } = await raiseTestCallout();
  const shown = (await attention()).rows;
  const [first] = shown;
  if (!first) throw new Error('nothing waits');
  await acknowledgeAlert(ben, first);
  await pressWithoutPosition('real', minutesAgo(0));

  const reason = 'One event, dealt with as one';
  expect(await acknowledgeMany(ada, { rows: shown, reason })).toMatchObject({ ok: true });
  const after = await attention();
  expect(after.waiting).toBe(1);
  const byWhom = after.rows.flatMap(({ acknowledged }) => acknowledged?.by ?? []);
  expect(byWhom.sort()).toEqual([...shown.slice(1).map(() => 'Ada'), 'Ben']);

  const { rows } = await pool().query(
    `select distinct subject from audit_entry where action = 'alert.acknowledge_many' and detail = $1`,
    [reason],
  );
  expect(rows.map(({ subject }) => subject).sort()).toEqual(
    shown
      .slice(1)
      .map(({ subject }) => subject)
      .sort(),
  );
  const status = await readStatus(ada, { calloutId });
  expect(status.ok && status.value.log).toContainEqual(
    expect.objectContaining({ kind: 'taken_with_others', by: 'Ada', reason }),
  );
  // A second time there is nothing left of what was shown.
  expect(await acknowledgeMany(ada, { rows: shown, reason })).toMatchObject({
    ok: false,
    code: 'attention.gone',
  });
});

test('no reason, no rows: refused', async () => {
  await pressWithoutPosition('real', minutesAgo(1));
  const rows = (await attention()).needs.map((need) => shownAs(need));
  for (const input of [
    { rows, reason: ' a ' },
    { rows: [], reason: 'Enough' },
  ]) {
    expect(await acknowledgeMany(ada, input)).toMatchObject({ ok: false, code: 'input.invalid' });
  }
});
