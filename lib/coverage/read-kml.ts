import 'server-only';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type ReadKml, UnreadableKml } from './kml-model.ts';
import type { Answer } from './kml-thread.ts';

/** Far more than any document within the limits of kml-model.ts takes. */
const LONGEST_MS = 10_000;
const MOST_MEMORY_MB = 256;

/** Parses in a worker thread, bounded in time and memory; throws {@link UnreadableKml}. */
export async function readKmlAside(text: string, longestMs = LONGEST_MS): Promise<ReadKml> {
  // By its path: a bundle has no such file beside it.
  const thread = new Worker(join(/* turbopackIgnore: true */ process.cwd(), 'lib/coverage/kml-thread.ts'), {
    workerData: text,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  try {
    const [answer]: Answer[] = await once(thread, 'message', { signal: AbortSignal.timeout(longestMs) });
    if (!answer) throw new Error('a thread that reads gives one answer');
    if ('unreadable' in answer) throw new UnreadableKml(answer.unreadable);
    return answer.read;
  } catch (error) {
    if (isExhausted(error)) throw new UnreadableKml('it takes too much to read');
    throw error;
  } finally {
    await thread.terminate();
  }
}

function isExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'AbortError' || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY');
}
