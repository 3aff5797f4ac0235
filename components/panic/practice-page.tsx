'use client';

import { noKeeper } from '#components/panic/kept-press.ts';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import type { PressClient } from '#components/panic/press-client.ts';
import { notePractice } from '#components/panic/ready/practised.ts';
import type { AlarmSettings } from '#lib/customers/alarm-settings/model.ts';

/** Leads nowhere: no request leaves this page, whatever is pressed. This device remembers when. */
const NOWHERE: PressClient = {
  raise: async () => {
    notePractice();
    return { kind: 'practised' };
  },
  keeper: noKeeper,
  expiryMs: 600_000,
};

type PracticePageProps = { emergencyNumbers: readonly string[]; alarm: AlarmSettings };

/** The button and its flow as they are, with nothing behind them. */
export function PracticePage(props: PracticePageProps) {
  return <PanicFlow {...props} client={NOWHERE} kind="test" />;
}
