import type { Translation } from '../en/messages.ts';
import { callout } from './callout.ts';
import { entry } from './entry.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { hold } from './hold.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { panic } from './panic.ts';
import { ready } from './ready.ts';
import { refusals } from './refusals.ts';
import { shared } from './shared.ts';
import { sheet } from './sheet.ts';
import { texts } from './texts.ts';

export const tn = {
  shared,
  entry,
  join,
  hold,
  leave,
  panic,
  ready,
  refusals,
  sheet,
  history,
  texts,
  help,
  follow,
  callout,
} satisfies Translation;
