import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/looks.ts';
import { invited, join } from './support/operators.ts';

test('one shift leaves a note, the next one signs it', async ({ browser, operator }) => {
  await operator.goto('/admin/handover');
  await operator.getByRole('button', { name: 'Hand over' }).click();
  await expect(operator.getByLabel('What they must know')).toHaveAccessibleDescription(/Write a note/);
  const note = `The gate at Rosebank is broken ${Date.now()}`;
  await operator.getByLabel('What they must know').fill(note);
  await operator.getByRole('button', { name: 'Hand over' }).click();
  const left = operator.getByRole('article').filter({ hasText: note });
  await expect(left).toContainText('Not signed yet');
  await expect(operator.getByLabel('What they must know')).toHaveValue('');
  // Its writer cannot sign it.
  await expect(operator.getByRole('button', { name: 'I have read it: sign' })).toHaveCount(0);
  await expectAccessible(operator, 'a handover that waits');

  const { page: next } = await invited(operator, browser, 'operator');
  await join(next, 'Naledi Next');
  await next.getByRole('link', { name: 'Handover' }).click();
  await next.getByRole('button', { name: 'I have read it: sign' }).click();
  await expect(next.getByRole('article').filter({ hasText: note })).toContainText('Signed by Naledi Next');
  await operator.goto('/admin/handover');
  await expect(left).toContainText('Signed by Naledi Next');
});
