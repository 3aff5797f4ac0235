import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CheckResult } from './check-result.ts';

// Known weaknesses of what runs in production. The registry is asked where it answers; a network that is away, or a mirror
// without advisories, never fails the check: then it says how long ago somebody looked.

/** The check is run before each commit. */
const PATIENCE_MS = 6_000;
const OVERDUE_DAYS = 90;
const DAY_MS = 86_400_000;
const RECORD = 'docs/dependency-review.json';

const advisory = z.object({ url: z.string(), title: z.string(), severity: z.string() });
const reportSchema = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  vulnerabilities: z.record(
    z.string(),
    // A text names another package, whose entry has the advisory.
    z.object({ via: z.array(z.union([z.string(), advisory])) }),
  ),
});

const recordSchema = z.strictObject({
  /** When somebody last read all advisories; null: never. */
  reviewed: z.iso.date().nullable(),
  /** Advisories that do not reach us, by the end of their URL, each with the reason. */
  accepted: z.record(z.string(), z.string().min(1)),
});

export async function checkAdvisories(root: string): Promise<CheckResult> {
  const record = readFileSync(join(root, RECORD), 'utf8');
  return judgeAdvisories(await askRegistry(root), record, new Date());
}

/** `answer`: what `npm audit --json` printed; null without an answer. */
export function judgeAdvisories(answer: string | null, recordText: string, at: Date): CheckResult {
  const { reviewed, accepted } = recordSchema.parse(JSON.parse(recordText));
  const report = reportIn(answer);
  if (!report) return { summary: `no answer of the registry; ${ageOf(reviewed, at)}`, problems: [] };
  const found = new Map(
    Object.entries(report.vulnerabilities).flatMap(([name, { via }]) =>
      via.flatMap((each) => (typeof each === 'string' ? [] : [[each.url, { name, ...each }] as const])),
    ),
  );
  const open = [...found.values()].filter(
    ({ url }) => !Object.hasOwn(accepted, url.slice(url.lastIndexOf('/') + 1)),
  );
  return {
    summary: `${found.size} known, ${found.size - open.length} accepted`,
    problems: open.map(
      ({ name, severity, title, url }) =>
        `${name}: ${severity}: ${title} (${url}); update it, or say in ${RECORD} why it does not reach us`,
    ),
  };
}

function ageOf(reviewed: string | null, at: Date): string {
  if (reviewed === null) return 'advisories never reviewed';
  const days = Math.floor((at.getTime() - Date.parse(reviewed)) / DAY_MS);
  return `advisories reviewed ${days} days ago${days > OVERDUE_DAYS ? ', which is too long' : ''}`;
}

function reportIn(answer: string | null): z.output<typeof reportSchema> | null {
  try {
    return reportSchema.safeParse(JSON.parse(answer ?? '')).data ?? null;
  } catch {
    // A proxy's page, or nothing: no answer.
    return null;
  }
}

function askRegistry(root: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('error', () => resolve(null));
    // It ends with 1 when it found something.
    child.once('close', () => resolve(output));
  });
}
