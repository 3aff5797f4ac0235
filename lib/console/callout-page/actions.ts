'use server';

import type { Result } from '#lib/errors/result.ts';
import { action, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { rereadCallout } from './reread-callout.ts';
import { setVerdict } from './set-verdict.ts';

export const rereadCalloutAction = action(operator, ({ run }, calloutId: number) =>
  run(rereadCallout, { calloutId }),
);

export const setVerdictAction = formAction<Result<null> | null>(operator, ({ run, fields }) =>
  run(setVerdict, fields),
);
