'use client';

import { useEffect, useMemo } from 'react';
import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import type { Press } from '#components/panic/press.ts';
import type { PressFormFields } from '#components/panic/press-form.tsx';
import { outcomeOf, refusalOf } from '#components/panic/press-outcome.ts';
import { pressKeeper, serveOffline } from '#components/panic/press-worker.ts';
import type { Contact } from '#components/panic/trusted-contact.tsx';
import { throughEitherDoor } from '#components/panic/two-doors.ts';
import type { PressLine } from '#components/panic/use-press.ts';
import { raisePressAction } from '#lib/panic/actions.ts';
import { isServerReachable, postPress, readReceipt } from '#lib/panic/queries.ts';
import type { Receipt } from '#lib/panic/schema.ts';

type PressPageProps = {
  /** `pressToken` is good for this person's presses alone, also when the session is gone. */
  form: PressFormFields;
  emergencyNumbers: readonly string[];
  expiryMinutes: number;
  contact: Contact | null;
  hasSavedAddress: boolean;
  /** What is known of a press that a plain form sent. */
  posted: Receipt | null;
};

/** The panic page: the flow, with its two ways to the server. */
export function PressPage({ form, emergencyNumbers, expiryMinutes, posted, ...rest }: PressPageProps) {
  const line = useMemo(() => lineOf(form.pressToken, expiryMinutes), [form.pressToken, expiryMinutes]);
  useEffect(() => void serveOffline(), []);
  return (
    <PanicFlow
      {...rest}
      line={line}
      form={form}
      emergencyNumbers={emergencyNumbers}
      sent={
        posted
          ? {
              press: { pressId: posted.pressId, pressedAt: posted.receivedAt, kind: 'real' },
              outcome: outcomeOf(posted, null),
              heardAt: posted.asOf,
            }
          : undefined
      }
    />
  );
}

function lineOf(pressToken: string, expiryMinutes: number): PressLine {
  // An action that never answered holds up every later one, so a press that goes again takes the route alone.
  const wentOut = new Set<string>();
  return {
    raise: async (press) => {
      const route = () => throughRoute(press, pressToken);
      if (wentOut.has(press.pressId)) return route();
      wentOut.add(press.pressId);
      return throughEitherDoor({ action: () => throughAction(press, pressToken), route, onLineChange });
    },
    readReceipt: async (pressId) => outcomeOf(await readReceipt(pressId, pressToken), null),
    isReachable: isServerReachable,
    keeper: pressKeeper(pressToken),
    expiryMs: expiryMinutes * 60_000,
  };
}

async function throughAction(press: Press, pressToken: string): Promise<RaiseOutcome> {
  const raised = await raisePressAction({ ...press, pressToken });
  return raised.ok ? outcomeOf(raised.value.receipt, raised.value.trackingUrl) : refusalOf(raised.code);
}

async function throughRoute(press: Press, pressToken: string): Promise<RaiseOutcome> {
  const posted = await postPress({ ...press, pressToken });
  return 'code' in posted ? refusalOf(posted.code) : outcomeOf(posted, posted.trackingUrl);
}

function onLineChange(changed: () => void): () => void {
  const stop = new AbortController();
  window.addEventListener('online', changed, { signal: stop.signal });
  window.addEventListener('offline', changed, { signal: stop.signal });
  return () => stop.abort();
}
