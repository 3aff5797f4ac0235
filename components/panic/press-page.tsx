'use client';

import type { RaiseOutcome } from '#components/panic/outcome.ts';
import { PanicFlow } from '#components/panic/panic-flow.tsx';
import type { Press } from '#components/panic/press.ts';
import { raisePressAction } from '#lib/panic/actions.ts';
import { readReceipt } from '#lib/panic/queries.ts';
import type { Receipt } from '#lib/panic/schema.ts';
import { errorEntry } from '#lib/platform/errors.ts';

/** The panic page: the flow, with its two ways to the server. */
export function PressPage({ emergencyNumbers }: { emergencyNumbers: readonly string[] }) {
  return <PanicFlow raise={raise} readReceipt={ask} emergencyNumbers={emergencyNumbers} />;
}

async function raise(press: Press): Promise<RaiseOutcome> {
  const raised = await raisePressAction(press);
  if (!raised.ok) {
    const { title, detail } = errorEntry(raised.code);
    return { kind: 'refused', code: raised.code, message: `${title}. ${detail}` };
  }
  return toOutcome(raised.value.receipt, raised.value.trackingUrl);
}

async function ask(pressId: string): Promise<RaiseOutcome> {
  return toOutcome(await readReceipt(pressId), null);
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
      return { kind: 'recorded' };
    case 'rejected':
      return { kind: 'rejected', message: errorEntry('press.rejected').detail };
    case 'expired':
      return {
        kind: 'rejected',
        message: 'It could not be handed to AURA in time, and is not sent any more.',
      };
  }
}
