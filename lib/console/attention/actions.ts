'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';

export const acknowledgeAlertAction = action(operator, ({ run }, alert: unknown) =>
  run(acknowledgeAlert, alert),
);
