import { forgetHelp } from '#components/panic/chosen-help.ts';
import { forgetFix } from '#components/panic/kept-fix.ts';
import { deviceKeeper, type PressKeeper } from '#components/panic/kept-press.ts';
import type { Press } from '#components/panic/press.ts';

import { forgetPractice } from '#components/panic/ready/practised.ts';
import { forgetCodes } from '#components/panic/text-codes.ts';

// What this page asks of the service worker (public/sw.js). Where there is none, everything else works as before.

type Errand =
  | { type: 'renew' | 'sign-out' }
  | { type: 'keep-press'; press: Press & { pressToken: string } }
  | { type: 'forget-press'; pressId: string };

/** Makes this page open without a connection from now on, as it is now. */
export async function serveOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    tell({ type: 'renew' });
  } catch {
    // Private windows and some settings refuse it; then this page needs a connection to be opened, as any page does.
  }
}

/** Renews the page that opens without a connection. */
export function renewOffline(): void {
  tell({ type: 'renew' });
}

/** Keeps presses on this device, and with the worker, which can send one after the page was closed. */
export function pressKeeper(pressToken: string): PressKeeper {
  return {
    ...deviceKeeper,
    keep: (press) => {
      tell({ type: 'keep-press', press: { ...press, pressToken } });
      return deviceKeeper.keep(press);
    },
    forget: (pressId) => {
      tell({ type: 'forget-press', pressId });
      deviceKeeper.forget(pressId);
    },
  };
}

/** Takes from this device what could press, or be read, after its person has signed out. */
export function forgetPersonOnDevice(): void {
  tell({ type: 'sign-out' });
  deviceKeeper.clear();
  forgetFix();
  forgetCodes();
  forgetHelp();
  forgetPractice();
}

function tell(errand: Errand): void {
  try {
    navigator.serviceWorker?.ready.then((registration) => registration.active?.postMessage(errand), ignore);
  } catch {
    // Some settings make even the question throw. A press goes out all the same.
  }
}

function ignore(): void {
  // There is no worker here.
}
