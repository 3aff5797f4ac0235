import 'server-only';
import { ON_ITS_WAY_MS } from '#lib/panic/core/model.ts';
import { announcePress } from '#lib/panic/store.ts';
import { inBackground } from '#lib/platform/in-background.ts';

/**
 * Announces a press whose delivery takes so long that operators must see it. Their list leaves it out until then, and
 * no other write would announce the change.
 */
export async function announcingOverdue<Value>(
  { id, personId }: { id: string; personId: string },
  handOver: () => Promise<Value>,
): Promise<Value> {
  const overdue = setTimeout(
    () => inBackground('announcing an overdue press', () => announcePress(id, personId)),
    ON_ITS_WAY_MS,
  );
  try {
    return await handOver();
  } finally {
    clearTimeout(overdue);
  }
}
