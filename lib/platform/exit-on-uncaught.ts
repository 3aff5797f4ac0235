import { describeError, log } from '#lib/platform/log.ts';

/** Logs an uncaught error without its message (personal data) and ends the process; the supervisor restarts it. */
export function exitOnUncaught(): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ error: describeError(error) }, 'uncaught: this process ends');
    process.exit(1);
  });
}
