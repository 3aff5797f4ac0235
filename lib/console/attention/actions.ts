'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { releaseAlert } from './release-alert.ts';

export const acknowledgeAlertAction = action(operator, ({ run }, row: unknown) => run(acknowledgeAlert, row));

export const releaseAlertAction = action(operator, ({ run }, row: unknown) => run(releaseAlert, row));
