import { type OperationId, operationIds, rowOf } from '#lib/aura/contract/operations.ts';
import { type Effect, effectNames } from '#sandbox/control/faults.ts';
import { type SwitchName, switches, switchNames } from '#sandbox/control/switches.ts';
import { type Bench, startBench } from './bench.ts';
import { exercises } from './exercises.ts';
import { checkFault } from './fault-checks.ts';
import { switchChecks } from './switch-checks.ts';

/** A check and its result; `problem` is null on success. */
export type Finding = { subject: string; evidence: string; problem: string | null; note?: string };

export type Findings = { operations: Finding[]; switches: Finding[]; faults: Finding[] };

const deadlineMs = 5_000;

/** Runs all operations, all switch positions, and all faults on the named operations. */
export async function runConformance(
  faultOperations: readonly OperationId[] = operationIds,
): Promise<Findings> {
  const bench = await startBench();
  try {
    return {
      operations: await eachOf(operationIds, (id) => operationFinding(bench, id)),
      switches: await eachOf(everyPosition(), ([name, position]) => switchFinding(bench, name, position)),
      faults: await eachOf(everyFault(faultOperations), ([id, effect]) => faultFinding(bench, id, effect)),
    };
  } finally {
    await bench.close();
  }
}

function everyPosition(): [SwitchName, string][] {
  return switchNames.flatMap((name) =>
    switches[name].positions.map((position): [SwitchName, string] => [name, position]),
  );
}

function everyFault(ids: readonly OperationId[]): [OperationId, Effect][] {
  return ids.flatMap((id) => effectNames.map((effect): [OperationId, Effect] => [id, effect]));
}

/** Sequential, as they share a sandbox. */
async function eachOf<Subject>(subjects: readonly Subject[], find: (subject: Subject) => Promise<Finding>) {
  const findings: Finding[] = [];
  for (const subject of subjects) findings.push(await find(subject));
  return findings;
}

function operationFinding(bench: Bench, id: OperationId): Promise<Finding> {
  const { path, bodies } = rowOf(id).evidence;
  return finding(id, `${path} path, ${bodies} bodies`, async () => {
    bench.freshen();
    const call = await exercises[id](bench);
    await call({ deadlineMs });
  });
}

function switchFinding(bench: Bench, name: SwitchName, position: string): Promise<Finding> {
  return finding(`${name}: ${position}`, switches[name].doubt, async () => {
    bench.freshen();
    Object.assign(bench.sandbox.world.switches, { [name]: position });
    await switchChecks[name](bench, position);
  });
}

function faultFinding(bench: Bench, id: OperationId, effect: Effect): Promise<Finding> {
  return finding(`${id}: ${effect}`, rowOf(id).replay, async () => {
    bench.freshen();
    await checkFault(bench, id, effect);
  });
}

async function finding(subject: string, evidence: string, check: () => Promise<void>): Promise<Finding> {
  try {
    await check();
    return { subject, evidence, problem: null };
  } catch (error) {
    return { subject, evidence, problem: error instanceof Error ? error.message : String(error) };
  }
}
