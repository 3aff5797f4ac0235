'use server';

import { action } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { acknowledgeMany } from './acknowledge-many.ts';
import { assignAlert } from './assign-alert.ts';
import { listAssignees } from './list-assignees.ts';
import { releaseAlert } from './release-alert.ts';

export const acknowledgeAlertAction = action(operator, ({ run }, row: unknown) => run(acknowledgeAlert, row));

export const acknowledgeManyAction = action(operator, ({ run }, given: unknown) =>
  run(acknowledgeMany, given),
);

export const releaseAlertAction = action(operator, ({ run }, row: unknown) => run(releaseAlert, row));

export const assignAlertAction = action(operator, ({ run }, given: unknown) => run(assignAlert, given));

export const listAssigneesAction = action(operator, ({ run }) => run(listAssignees, {}));
