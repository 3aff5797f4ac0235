import { press } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';

// A stack with few presses, so that no other test's is notified of.
test.use({ stackName: 'redirecting' });

test('notifications of the browser are off until they are turned on, and hold no names', async ({
  operator,
  person,
  otherPerson,
}) => {
  await operator.addInitScript(() => {
    const shown: string[] = [];
    class FakeNotification {
      static permission = 'default';
      static async requestPermission() {
        FakeNotification.permission = 'granted';
        return 'granted';
      }
      constructor(title: string, { body }: { body: string }) {
        shown.push(`${title} ${body}`);
      }
      close() {
        shown.push('closed');
      }
    }
    Object.assign(window, { Notification: FakeNotification, shown });
  });
  const shown = () => operator.evaluate((): string[] => Reflect.get(window, 'shown'));
  await operator.goto('/admin/reports');
  const strip = operator.getByRole('region', { name: 'Alarms' });
  await expect(strip).toContainText(/attention/);
  await press(person.page, 'real');
  await expect(strip).toContainText(/\d+ New/);
  expect(await shown()).toEqual([]);
  const notifications = strip.getByRole('button', { name: 'Notifications', exact: true });
  await notifications.click();
  await expect(notifications).toHaveAttribute('aria-pressed', 'true');
  await press(otherPerson.page, 'real');
  await expect.poll(shown).toEqual([expect.stringMatching(/^Vigil: New \d+ needs? attention\.$/)]);
});
