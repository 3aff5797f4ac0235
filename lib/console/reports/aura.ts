import 'server-only';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { callAura } from '#lib/upstream/aura-client.ts';

// A report never waits for AURA: it uses the names known so far.

const DEADLINE_MS = 800;
const KNOWN_FOR_MS = 600_000;
const RETRY_AFTER_MS = 60_000;

/** AURA's names of response types by id, cached. */
export async function responseTypeNames(): Promise<ReadonlyMap<number, string>> {
  const memory = processSingleton('response-type-names', () => ({
    names: new Map<number, string>(),
    againFrom: new Date(0),
  }));
  const at = now();
  if (at < memory.againFrom) return memory.names;
  // Before the call, so that concurrent callers do not repeat it.
  memory.againFrom = new Date(at.getTime() + RETRY_AFTER_MS);
  const listed = await callAura((aura) => aura.listResponseTypes({}, { deadlineMs: DEADLINE_MS }));
  if (!listed.ok) return memory.names;
  const { responseTypes } = listed.value;
  memory.names = new Map(responseTypes.map(({ id, value, description }) => [id, description ?? value]));
  memory.againFrom = new Date(at.getTime() + KNOWN_FOR_MS);
  return memory.names;
}
