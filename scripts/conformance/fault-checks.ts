import assert from 'node:assert/strict';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import { rowOf } from '#lib/aura/contract/operations.ts';
import { AuraError, type AuraErrorKind } from '#lib/aura/error.ts';
import type { Effect } from '#sandbox/control/faults.ts';
import type { Bench } from './bench.ts';
import { exercises } from './exercises.ts';

type Ending = 'answer' | AuraErrorKind;

/** Expected outcome of a call that meets one fault: repeatable and unsafe operations. */
const endings: Record<Effect, { repeatable: Ending; unsafe: Ending }> = {
  latency: { repeatable: 'answer', unsafe: 'answer' },
  slow_body: { repeatable: 'answer', unsafe: 'answer' },
  wrong_content_type: { repeatable: 'answer', unsafe: 'answer' },
  status: { repeatable: 'answer', unsafe: 'server' },
  status_after: { repeatable: 'answer', unsafe: 'server' },
  reset_before: { repeatable: 'answer', unsafe: 'network' },
  reset_after: { repeatable: 'answer', unsafe: 'network' },
  truncated_body: { repeatable: 'answer', unsafe: 'network' },
  html_page: { repeatable: 'answer', unsafe: 'contract' },
  endless_body: { repeatable: 'timeout', unsafe: 'timeout' },
  huge_body: { repeatable: 'contract', unsafe: 'contract' },
};

const deadlineMs = { patient: 5_000, endless: 250 };

/** Invalid KML is not a connection failure: no retry. */
function endingOf(id: OperationId, effect: Effect): Ending {
  const row = rowOf(id);
  if (row.format === 'kml' && effect === 'html_page') return 'contract';
  return endings[effect][row.replay === 'unsafe' ? 'unsafe' : 'repeatable'];
}

/** Injects a fault into the first call; checks the outcome and the number of attempts. */
export async function checkFault(bench: Bench, id: OperationId, effect: Effect): Promise<void> {
  const call = await exercises[id](bench);
  const before = bench.sandbox.requests.counts()[id] ?? 0;
  bench.sandbox.world.faults = [
    { operation: id, effect, calls: [1], latencyMs: 20, status: 503, seen: 0, hits: 0 },
  ];
  const options = { deadlineMs: effect === 'endless_body' ? deadlineMs.endless : deadlineMs.patient };
  const ending = await call(options).then(() => 'answer' as const, kindOf);
  assert.equal(ending, endingOf(id, effect));
  assert.equal(bench.sandbox.world.faults[0]?.hits, 1, 'the fault was not met');
  const sent = (bench.sandbox.requests.counts()[id] ?? 0) - before;
  if (rowOf(id).replay === 'unsafe') assert.equal(sent, 1, 'an unsafe call was repeated');
}

function kindOf(error: unknown): AuraErrorKind {
  if (error instanceof AuraError) return error.kind;
  throw error;
}
