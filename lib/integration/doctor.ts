import 'server-only';
import { type DoctorLine, openLine } from '#lib/integration/aura.ts';
import { findingOf, type Look, notRun, type Observation, type Skip } from '#lib/integration/doctor-model.ts';
import { lookAtDatabase, lookAtWebhooks, lookAtWorker, simulatorWords } from '#lib/integration/own-steps.ts';
import {
  type Active,
  lookAtActiveCallouts,
  lookAtCallout,
  lookAtClock,
  lookAtResponseTypes,
  lookAtSubscriptionTypes,
  lookAtToken,
} from '#lib/integration/reading-steps.ts';
import { type DoctorStep, doctorStepIds, type Finding } from '#lib/integration/schema.ts';
import { runTestCallout } from '#lib/integration/test-callout.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';

export type DoctorRun = {
  /** Customer for one TEST callout, null for a temporary one; false: read only. */
  writes: false | { customerId: number | null };
  /** Otherwise our own steps are skipped. */
  hasDatabase: boolean;
};

const READS_ONLY = 'This run changes nothing at AURA.';
const NO_TOKEN = 'Not run: without a token AURA answers nothing.';
const NO_DATABASE = 'Not checked: the database cannot be reached from here.';

/** Runs all steps in order, reporting each as it ends. Never throws. */
export async function examine(run: DoctorRun, report: (finding: Finding) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (finding: Finding) => {
    findings.push(finding);
    report(finding);
  };
  const look: Look = async (step, see) => {
    const startedMs = monotonicMs();
    const finding = findingOf(step, await observed(step, see), monotonicMs() - startedMs);
    add(finding);
    return finding.state !== 'failed';
  };
  const skip: Skip = (step, why) => add(notRun(step, why));
  await examineAura(run, look, skip);
  await examineOurs(run, look, skip);
  return findings;
}

async function observed(step: DoctorStep, see: () => Promise<Observation>): Promise<Observation> {
  try {
    return await see();
  } catch (error) {
    log.error({ error: describeError(error), step }, 'doctor step failed');
    return { seen: 'This step broke off.', problem: 'defect' };
  }
}

async function examineAura({ writes, hasDatabase }: DoctorRun, look: Look, skip: Skip): Promise<void> {
  const line = openLine();
  if (!(await look('authenticate', () => lookAtToken(line)))) {
    const after = doctorStepIds.slice(
      doctorStepIds.indexOf('authenticate') + 1,
      doctorStepIds.indexOf('aura_clock'),
    );
    for (const step of after) skip(step, NO_TOKEN);
  } else if (writes) await runTestCallout({ line, look, skip, hasDatabase, customerId: writes.customerId });
  else await readOnly(line, look, skip);
  if (line.readings.length > 0) await look('aura_clock', () => lookAtClock(line));
  else skip('aura_clock', 'Not known: no answer of AURA’s said what time it is.');
}

async function readOnly(line: DoctorLine, look: Look, skip: Skip): Promise<void> {
  const found: { active: Active } = { active: [] };
  await look('subscription_types', () => lookAtSubscriptionTypes(line, ignore));
  skip('customer', READS_ONLY);
  await look('response_types', () => lookAtResponseTypes(line, ignore));
  await look('active_callouts', () =>
    lookAtActiveCallouts(line, (active) => {
      found.active = active;
    }),
  );
  skip('test_callout', READS_ONLY);
  skip('tracking_page', `${READS_ONLY} Only a TEST callout has a tracking page that is nobody else’s.`);
  const [some] = found.active;
  if (some) await look('read_back', () => lookAtCallout(line, some.calloutId, ignore));
  else skip('read_back', 'Not run: no callout is active, so there is none to read.');
  skip('cancel', READS_ONLY);
  skip('forget_customer', READS_ONLY);
}

const ignore = () => undefined;

async function examineOurs({ hasDatabase }: DoctorRun, look: Look, skip: Skip): Promise<void> {
  const ours = { database: lookAtDatabase, worker: lookAtWorker, webhooks: lookAtWebhooks } as const;
  for (const step of ['database', 'worker', 'webhooks'] as const) {
    if (hasDatabase) await look(step, ours[step]);
    else skip(step, step === 'webhooks' ? `${NO_DATABASE}${simulatorWords()}` : NO_DATABASE);
  }
}
