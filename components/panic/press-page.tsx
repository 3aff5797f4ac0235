'use client';

import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import type { Press } from '#components/panic/press.ts';
import { raisePressAction } from '#lib/panic/actions.ts';
import { readReceipt } from '#lib/panic/queries.ts';
import type { Receipt } from '#lib/panic/schema.ts';
import { errorEntry } from '#lib/platform/errors.ts';

type PressPageProps = {
  /** Good for this person's presses alone, also when the session is gone. */
  pressToken: string;
  emergencyNumbers: readonly string[];
};

/** The panic page: the flow, with its two ways to the server. */
export function PressPage({ pressToken, emergencyNumbers }: PressPageProps) {
  return (
    <PanicFlow
      raise={(press) => raise({ ...press, pressToken })}
      readReceipt={(pressId) => ask(pressId, pressToken)}
      emergencyNumbers={emergencyNumbers}
    />
  );
}

async function raise(press: Press & { pressToken: string }): Promise<RaiseOutcome> {
  const raised = await raisePressAction(press);
  if (!raised.ok) {
    const { title, detail } = errorEntry(raised.code);
    return { kind: 'refused', code: raised.code, message: `${title}. ${detail}` };
  }
  return toOutcome(raised.value.receipt, raised.value.trackingUrl);
}

async function ask(pressId: string, pressToken: string): Promise<RaiseOutcome> {
  return toOutcome(await readReceipt(pressId, pressToken), null);
}

function toOutcome(receipt: Receipt, trackingUrl: string | null): RaiseOutcome {
  switch (receipt.state) {
    case 'delivered':
      return {
        kind: 'delivered',
        calloutId: String(receipt.calloutId),
        openTracking: trackingUrl
          ? { as: 'redirect', url: trackingUrl }
          : { as: 'page', href: `/callouts/${receipt.calloutId}` },
      };
    case 'recorded':
      return { kind: 'recorded', ...(receipt.problem ? { problem: receipt.problem } : {}) };
    case 'rejected':
      return { kind: 'rejected', message: errorEntry('press.rejected').detail };
    case 'withdrawn':
      return { kind: 'rejected', message: 'It was taken back, and is not sent.' };
    case 'expired':
      return {
        kind: 'rejected',
        message: 'It could not be handed to AURA in time, and is not sent any more.',
      };
  }
}
