import type { Translation } from '../en/messages.ts';
import { hold } from './hold.ts';
import { panic } from './panic.ts';
import { ready } from './ready.ts';
import { refusals } from './refusals.ts';
import { shared } from './shared.ts';
import { sheet } from './sheet.ts';

export const pt = { shared, hold, panic, ready, refusals, sheet } satisfies Translation;
