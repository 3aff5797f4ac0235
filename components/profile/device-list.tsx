'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState, useState } from 'react';
import type { DeviceWords } from '#components/profile/device-words.ts';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { useWords } from '#components/ui/words.tsx';
import { revokeDeviceAction } from '#lib/identity/actions.ts';

/** Where the person is signed in; each other device can be switched off, after confirmation. */
export function DeviceList({ devices }: { devices: readonly DeviceWords[] }) {
  const t = useWords();
  const [revoked, submit, isPending] = useActionState(revokeDeviceAction, null);
  return (
    <div className="grid gap-4">
      {revoked?.ok ? (
        <StatusLine tone="good" icon={<CircleCheck />}>
          {t('device.isOff')}
        </StatusLine>
      ) : null}
      {revoked && !revoked.ok ? <RefusalAlert problem={revoked} t={t} /> : null}
      <ul aria-label={t('device.list')} className="divide-y divide-line">
        {devices.map((device) => (
          <li key={device.deviceId} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div className="min-w-0 flex-1 basis-52">
              <p className="font-medium">{device.name}</p>
              <p className="text-sm text-ink-soft">{device.uses}</p>
            </div>
            {device.isThisOne ? (
              <Badge tone="accent">{t('device.this')}</Badge>
            ) : (
              <SwitchOff device={device} submit={submit} isPending={isPending} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type SwitchOffProps = { device: DeviceWords; submit: (data: FormData) => void; isPending: boolean };

function SwitchOff({ device: { deviceId, name, switchOff }, submit, isPending }: SwitchOffProps) {
  const t = useWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        trigger={
          <Button tone="secondary" aria-label={switchOff} isBusy={isPending}>
            {t('device.switchOff')}
          </Button>
        }
        title={t('device.ask')}
        description={t('device.stops', { name })}
      >
        <form action={submit} onSubmit={() => setIsOpen(false)}>
          <input type="hidden" name="deviceId" value={deviceId} />
          <Button type="submit">{t('device.yes')}</Button>
        </form>
      </Dialog>
      <noscript>
        <form action={submit}>
          <input type="hidden" name="deviceId" value={deviceId} />
          <Button type="submit" tone="secondary">
            {t('device.yes')}
          </Button>
        </form>
      </noscript>
    </>
  );
}
