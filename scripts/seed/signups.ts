import { momentBefore, weighted } from './draw.ts';
import type { Filling } from './filling.ts';
import { insertRows } from './insert.ts';
import { YEARS_MS } from './plan.ts';
import { type RowOf, signups } from './shapes.ts';

/** Share of people invited by hosted signup; not all completed it. */
const SHARE = 0.08;
const TOOK_MS = 6 * 60_000;

/** Hosted signups whose outcome AURA was never asked for. */
export async function fillSignups({ database, random, plan, operatorIds }: Filling): Promise<number> {
  const made = Math.round(plan.persons * SHARE);
  const until = plan.until.getTime();
  const rows = Array.from({ length: made }, (): RowOf<typeof signups> => {
    const at = momentBefore(random, until - TOOK_MS, YEARS_MS);
    const returned = weighted<'failed' | 'cancelled' | null>(random, [
      ['failed', 2],
      ['cancelled', 3],
      [null, 5],
    ]);
    return {
      id: random.uuid(),
      aura_session_id: `demo_${random.uuid()}`,
      created_by: random.pick(operatorIds),
      created_at: new Date(at),
      return_status: returned,
      returned_at: returned ? new Date(at + TOOK_MS) : null,
    };
  });
  await insertRows(database, signups, rows);
  return made;
}
