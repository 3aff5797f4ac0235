'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState, useState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { dayText } from '#components/ui/day.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { revokeDeviceAction } from '#lib/identity/actions.ts';
import type { DeviceShown } from '#lib/identity/schema.ts';

/** Where the person is signed in; each other device can be switched off, after confirmation. */
export function DeviceList({ devices }: { devices: readonly DeviceShown[] }) {
  const [revoked, submit, isPending] = useActionState(revokeDeviceAction, null);
  return (
    <div className="grid gap-4">
      {revoked?.ok ? (
        <StatusLine tone="good" icon={<CircleCheck />}>
          It is switched off. It cannot call for help any more.
        </StatusLine>
      ) : null}
      {revoked && !revoked.ok ? <RefusalAlert problem={revoked} /> : null}
      <ul aria-label="Devices" className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.deviceId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <DeviceFacts device={device} />
            {device.isThisOne ? (
              <Badge tone="accent">This device</Badge>
            ) : (
              <SwitchOff device={device} submit={submit} isPending={isPending} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DeviceFacts({ device: { name, signedInAt, lastUsedAt, isThisOne } }: { device: DeviceShown }) {
  const lastUsed = isThisOne ? '' : ` Last used on ${dayText(lastUsedAt)}.`;
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="font-medium">{name}</p>
      <p className="text-sm text-ink-soft">{`Signed in on ${dayText(signedInAt)}.${lastUsed}`}</p>
    </div>
  );
}

type SwitchOffProps = { device: DeviceShown; submit: (data: FormData) => void; isPending: boolean };

function SwitchOff({ device: { deviceId, name, signedInAt }, submit, isPending }: SwitchOffProps) {
  const [isOpen, setIsOpen] = useState(false);
  const label = `Switch off: ${name}, signed in on ${dayText(signedInAt)}`;
  return (
    <>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button tone="secondary" aria-label={label} isBusy={isPending}>
            Switch off
          </Button>
        }
        title="Switch off this device?"
        description={`${name}: the button on it stops working, until you sign in there again.`}
      >
        <form action={submit} onSubmit={() => setIsOpen(false)}>
          <input type="hidden" name="deviceId" value={deviceId} />
          <Button type="submit">Yes, switch it off</Button>
        </form>
      </Dialog>
      <noscript>
        <form action={submit}>
          <input type="hidden" name="deviceId" value={deviceId} />
          <Button type="submit" tone="secondary">
            Yes, switch it off
          </Button>
        </form>
      </noscript>
    </>
  );
}
