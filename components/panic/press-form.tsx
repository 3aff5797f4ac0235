import type { ReactNode } from 'react';
import { CLICK_GRACE_MS, GRACE_MS, HOLD_MS } from '#components/panic/hold-machine.ts';
import { SEEK_MS } from '#components/panic/position-seeker.ts';
import { SILENCE_MS } from '#components/panic/send-press.ts';
import { Button } from '#components/ui/button.tsx';

/** What a press by a plain form says; made anew each time the page is. */
export type PressFormFields = { pressId: string; pressedAt: string; pressToken: string };

/** Filled in by the early script; left empty, the press has no location of its own and does not say when it was sent. */
const NO_LOCATION = { latitude: '', longitude: '', accuracy: '', fixedAt: '', source: '', sentAt: '' };

/**
 * The way of a press without React: a plain form, that early-press.js drives from the first paint and that a
 * tap alone sends where no script runs. Its data attributes are what that script reads.
 */
export function PressForm({ fields, children }: { fields: PressFormFields; children: ReactNode }) {
  return (
    <form
      id="press-form"
      method="post"
      action="/api/panic"
      // From here on the gestures send; a form that went out too would take the page away.
      onSubmit={(event) => event.preventDefault()}
      data-hold-ms={HOLD_MS}
      data-grace-ms={GRACE_MS}
      data-click-grace-ms={CLICK_GRACE_MS}
      data-seek-ms={SEEK_MS}
      data-silence-ms={SILENCE_MS}
      className="grid grid-cols-1 justify-items-center gap-6"
    >
      {Object.entries({ ...fields, kind: 'real', ...NO_LOCATION }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div data-press="grace" hidden className="grid w-full max-w-md grid-cols-2 gap-4">
        <Button size="large" data-press="send">
          Send now
        </Button>
        <Button size="large" tone="secondary" data-press="cancel">
          Cancel
        </Button>
      </div>
      <noscript>
        <p className="max-w-md text-center font-semibold">
          Scripts are off in this browser: one tap sends your press at once, with your saved address if you
          have one. It cannot be held, and not be cancelled here.
        </p>
      </noscript>
    </form>
  );
}
