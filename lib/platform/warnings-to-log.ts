import { describeError, log } from '#lib/platform/log.ts';

// Apart from the log itself, which is bundled for places where a process has no events.

/** Node's own warnings, which it would print as text. */
export function sendWarningsToLog(): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ error: describeError(warning) }, 'warning of the runtime'));
}
