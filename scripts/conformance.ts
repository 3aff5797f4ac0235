// npm run conformance
//   the client against a sandbox of its own: every operation, every switch position, every fault
// npm run conformance -- --base-url https://staging-panic.aura.services/panic-api/v2 --read-only [--callout-id 1 …]
//   the reads of the contract against an AURA, with AURA_CLIENT_ID and AURA_CLIENT_SECRET; changes nothing there
import { parseArgs } from 'node:util';
import { type Known, readOnlyFindings } from './conformance/read-only.ts';
import { type Finding, runConformance } from './conformance/run.ts';

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    'read-only': { type: 'boolean' },
    'customer-id': { type: 'string' },
    'callout-id': { type: 'string' },
    'subscription-id': { type: 'string' },
    'response-type-id': { type: 'string' },
    'session-id': { type: 'string' },
  },
});

function known(): Known {
  const numbered = {
    customerId: 'customer-id',
    calloutId: 'callout-id',
    subscriptionId: 'subscription-id',
  } as const;
  const ids = Object.entries({ ...numbered, responseTypeId: 'response-type-id' } as const)
    .filter(([, option]) => values[option] !== undefined)
    .map(([name, option]) => [name, Number(values[option])]);
  return { ...Object.fromEntries(ids), ...(values['session-id'] ? { sessionId: values['session-id'] } : {}) };
}

function printTable(title: string, findings: readonly Finding[]): void {
  console.log(`\n${title}\n`);
  const width = (pick: (finding: Finding) => string) => Math.max(...findings.map((one) => pick(one).length));
  const subjectWidth = width((one) => one.subject);
  const evidenceWidth = width((one) => one.evidence);
  for (const { subject, evidence, problem, note } of findings) {
    const outcome = problem?.split('\n').slice(0, 3).join(' ') ?? 'ok';
    console.log(
      `${subject.padEnd(subjectWidth)}  ${evidence.padEnd(evidenceWidth)}  ${outcome}${note ? `  (${note})` : ''}`,
    );
  }
}

const isFailure = ({ problem }: Finding) => problem !== null && !problem.startsWith('not run');

async function againstSandbox(): Promise<Finding[]> {
  const { operations, switches, faults } = await runConformance();
  printTable('Operations', operations);
  printTable('Switches: what AURA leaves open, in each position', switches);
  printTable('Faults: the first call of each operation meets each of them', faults);
  return [...operations, ...switches, ...faults];
}

async function againstAura(baseUrl: string): Promise<Finding[]> {
  const { AURA_CLIENT_ID: clientId, AURA_CLIENT_SECRET: clientSecret } = process.env;
  if (!values['read-only']) throw new Error('Against another AURA only --read-only is possible.');
  if (!clientId || !clientSecret) throw new Error('Set AURA_CLIENT_ID and AURA_CLIENT_SECRET.');
  const findings = await readOnlyFindings({ baseUrl, clientId, clientSecret, known: known() });
  printTable(`Reads from ${new URL(baseUrl).host}, with what to verify there`, findings);
  return findings;
}

try {
  const findings = values['base-url'] ? await againstAura(values['base-url']) : await againstSandbox();
  const failed = findings.filter(isFailure).length;
  const skipped = findings.filter(({ problem }) => problem?.startsWith('not run')).length;
  console.log(`\n${findings.length - failed - skipped} passed, ${failed} failed, ${skipped} not run`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
