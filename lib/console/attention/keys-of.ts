import 'server-only';
import type { CurrentAlerts } from './current-alerts.ts';
import { alert, type CurrentAlert, type Key } from './model.ts';
import { receivedAtOf } from './undelivered-store.ts';

/** The alerts' keys; for a press also those of the person's other presses that are grouped with it. */
export async function keysOf(
  alerts: readonly CurrentAlert[],
  { pressOf, standing }: CurrentAlerts,
): Promise<Key[]> {
  const repeats = await receivedAtOf(alerts.flatMap((each) => pressOf(each)?.repeats ?? []));
  const others = repeats.map(({ id, receivedAt }) => standing(alert('press_undelivered', id, receivedAt)));
  return [...alerts, ...others];
}
