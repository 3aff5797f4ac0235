import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EarlyPressScript } from '#app/(person)/panic/early-press-script.tsx';
import { PressPage } from '#components/panic/press-page.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { readResponseTypes } from '#lib/coverage/read-response-types.ts';
import { readPressAids } from '#lib/customers/registration/read-press-aids.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { authenticatePress, pressTokenFor } from '#lib/identity/presser.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

export const metadata: Metadata = { title: 'Panic' };

type PanicPageProps = { searchParams: Promise<{ press?: string | string[] }> };

/** Shown while the token's revocation status is unknown. */
const NO_AIDS = {
  ...{ contact: null, hasSavedAddress: false, chosenHelpId: null },
  ready: { subscription: null, maskedMobile: null },
};
const NO_TYPES = { types: [], standardId: null };

export default async function PanicPage({ searchParams }: PanicPageProps) {
  const headers = await requestHeaders();
  const presser = await authenticatePress(headers);
  if (!presser.ok) redirect('/sign-in');
  const { press: pressId } = await searchParams;
  const [pressToken, aids, types, posted] = await Promise.all([
    pressTokenFor(presser.value, headers),
    readPressAids(presser.value, {}),
    readResponseTypes(presser.value, {}),
    postedPress(presser.value, pressId),
  ]);
  if (!aids.ok && aids.code !== 'server.unavailable') redirect('/sign-in');
  const { chosenHelpId, ...beside } = aids.ok ? aids.value : NO_AIDS;
  return (
    <>
      <h1 className="sr-only">Panic</h1>
      {pressId !== undefined && !posted ? (
        <Alert title="We do not know if your alarm was sent. Call now.">
          <p>You can press again. You will not be reported twice.</p>
        </Alert>
      ) : null}
      <PressPage
        {...beside}
        help={{ ...(types.ok ? types.value : NO_TYPES), chosenId: chosenHelpId }}
        form={{ pressId: randomUUID(), pressedAt: now().toISOString(), pressToken }}
        emergencyNumbers={env.EMERGENCY_NUMBERS}
        controlRoom={env.CONTROL_ROOM_NUMBER ?? null}
        expiryMinutes={env.PRESS_EXPIRY_MINUTES}
        textNumber={env.SMS_PRESS_NUMBER ?? null}
        posted={posted}
      />
      {posted?.state === 'recorded' || posted?.state === 'held' ? (
        <noscript id="open-press" data-press={posted.pressId} data-state={posted.state}>
          <meta httpEquiv="refresh" content="3" />
          {posted.withdrawRequestedAt === null ? (
            <form method="post" action={`/api/panic/${posted.pressId}/withdraw`} className="grid gap-3">
              <p>
                If you cancel, we stop sending it. If the control room has it already, we cancel it there.
                Help may still come.
              </p>
              <Button type="submit" tone="secondary">
                Cancel this alarm
              </Button>
            </form>
          ) : null}
        </noscript>
      ) : null}
      <EarlyPressScript nonce={headers.get('x-nonce') ?? ''} />
    </>
  );
}

/** Receipt of a press sent by plain form; null without one or for another person's. */
async function postedPress(presser: PersonActor, pressId: string | string[] | undefined) {
  if (pressId === undefined) return null;
  const receipt = await readReceipt(presser, { pressId });
  return receipt.ok ? receipt.value : null;
}
