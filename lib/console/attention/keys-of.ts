import 'server-only';
import type { CurrentAlerts } from './current-alerts.ts';
import { alert, type CurrentAlert } from './model.ts';
import { receivedAtOf } from './undelivered-store.ts';

/** The alerts; for a press also those of the person's other presses that are grouped with it. */
export async function keysOf(
  alerts: readonly CurrentAlert[],
  { pressOf, standing }: CurrentAlerts,
): Promise<CurrentAlert[]> {
  const repeats = await receivedAtOf(alerts.flatMap((each) => pressOf(each)?.repeats ?? []));
  const others = repeats.map(({ id, receivedAt }) => standing(alert('press_undelivered', id, receivedAt)));
  return [...alerts, ...others];
}
