import type { Translation } from '../en/messages.ts';
import { account } from './account.ts';
import { callout } from './callout.ts';
import { declined } from './declined.ts';
import { entry } from './entry.ts';
import { facts } from './facts.ts';
import { follow } from './follow.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { hold } from './hold.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { outcomes } from './outcomes.ts';
import { panic } from './panic.ts';
import { policies } from './policies.ts';
import { profile } from './profile.ts';
import { pushes } from './pushes.ts';
import { ready } from './ready.ts';
import { refusals } from './refusals.ts';
import { settings } from './settings.ts';
import { shared } from './shared.ts';
import { sheet } from './sheet.ts';
import { texts } from './texts.ts';

export const xh = {
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
  profile,
  account,
  settings,
  pushes,
  facts,
  declined,
  policies,
  outcomes,
} satisfies Translation;
