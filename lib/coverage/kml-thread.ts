import { parentPort, workerData } from 'node:worker_threads';
import { type ReadKml, readKml, UnreadableKml } from './kml-model.ts';

// Worker thread for one untrusted document; see read-kml.ts.

export type Answer = { read: ReadKml } | { unreadable: string };

parentPort?.postMessage(answerTo(String(workerData)));

function answerTo(text: string): Answer {
  try {
    return { read: readKml(text) };
  } catch (error) {
    if (!(error instanceof UnreadableKml)) throw error;
    return { unreadable: error.message };
  }
}
