import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { GET } from '#app/api/metrics/route.ts';
import { pool } from '#lib/db/database.ts';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { writeAuraRecord } from '#lib/upstream/aura-record.ts';
// Both processes: what each counts is registered when these are loaded.
import '#lib/identity/one-time-code.ts';
import '#lib/platform/observe-request.ts';
import '#worker/repeat.ts';

const TOKEN = 'a-metrics-token-of-the-test';
await testWorld({ METRICS_TOKEN: TOKEN, VIGIL_DATA_DIR: testFolder() });

const rules = readFileSync('ops/alerts.yml', 'utf8');
const dashboard = z
  .object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })),
  })
  .parse(JSON.parse(readFileSync('ops/dashboard.json', 'utf8')));

/** The value of a key in each rule: in its line, or indented below it. */
function valuesOf(key: string): string[] {
  const line = new RegExp(`^ +(?:- )?${key}: (?:\\|\\n((?: {10,}.+\\n)+)|(.+)\\n)`, 'gm');
  return [...rules.matchAll(line)].map((match) => (match[1] ?? match[2] ?? '').trim());
}

const expressions = [
  ...valuesOf('expr').map((expr, at) => [valuesOf('alert')[at] ?? '', expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** Samples and their labels, of a deployment in which everything has happened that is counted. */
async function everything() {
  const { personId } = await raiseTestCallout();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at)
     values (gen_random_uuid(), $1, 'real', 'recorded', now(), now())`,
    [personId],
  );
  await pool().query(
    `insert into following (id, round_at, reads_left, reads_counted_at) values (1, now(), 0, now())
     on conflict (id) do update set round_at = now()`,
  );
  await pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed) values (now(), 'received', 'x', 'x')`,
  );
  await pool().query(
    `insert into canary_press (press_id, door, is_whole, received_at) values (gen_random_uuid(), 'json', true, now())`,
  );
  await writeAuraRecord();
  const headers = { authorization: `Bearer ${TOKEN}` };
  const asked = new Request('http://localhost/api/metrics', { headers });
  return parseMetrics(await (await GET(asked, { params: Promise.resolve({}) })).text());
}

test('each metric that the alert rules and the dashboard name is there', async () => {
  const metrics = await everything();
  const named = expressions.flatMap(([where, expr]) =>
    [...expr.matchAll(/\b(?:vigil|nodejs|process)_\w+/g)].map(([name]) => ({ where, name })),
  );
  expect(named.length).toBeGreaterThan(40);
  const isThere = (name: string) =>
    metrics.has(name) || metrics.get(name.replace(/_(bucket|sum|count)$/, ''))?.type === 'histogram';
  expect(named.filter(({ name }) => !isThere(name))).toEqual([]);
});

test('each rule has an expression with even brackets, a severity, a summary, and a runbook in the docs', () => {
  const names = valuesOf('alert');
  expect(new Set(names).size).toBe(names.length);
  for (const key of ['expr', 'summary', 'runbook']) expect(valuesOf(key), key).toHaveLength(names.length);
  expect(valuesOf('labels').every((labels) => /^\{ severity: (page|ticket) \}$/.test(labels))).toBe(true);
  for (const [where, expr] of expressions) {
    for (const [left, right] of ['()', '{}', '[]']) {
      expect(expr.split(left ?? '').length, where).toBe(expr.split(right ?? '').length);
    }
  }
  const headings = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^#+ (.+)$/gm)].map(
    ([, heading]) => (heading ?? '').toLowerCase().replaceAll(' ', '-'),
  );
  expect(valuesOf('runbook').filter((runbook) => !headings.includes(runbook))).toEqual([]);
});
