import { systemActor } from '#lib/identity/actor.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';

const ROUND_MS = 1_000;

/** Runs in the app, because the journal is on the app's disk. */
export function keepRecovering(): void {
  processSingleton('journal-loop', () => {
    const round = async () => {
      try {
        await recoverJournal(systemActor('press.recover'), {});
      } catch (error) {
        log.error({ error: describeError(error) }, 'journal round failed');
      }
      setTimeout(round, ROUND_MS).unref();
    };
    setTimeout(round, ROUND_MS).unref();
    return true;
  });
}
