import { describeError, log } from '#lib/platform/log.ts';

/**
 * Ends the process on an error that nothing caught, and logs it as every other error: Node would print its
 * message, which may repeat a mobile or a position. The supervisor starts the process again.
 */
export function endOnUncaught(): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ error: describeError(error) }, 'uncaught: this process ends');
    process.exit(1);
  });
}
