import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { GET } from '#app/api/metrics/route.ts';
import { pool } from '#lib/db/database.ts';
import { processRegistry } from '#lib/platform/metrics.ts';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';
import { parsePromql } from '#lib/testing/parse-promql.ts';
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

const duration = z.string().regex(/^\d+[smh]$/);
const text = z.string().trim().min(1);
/** As `promtool check rules` reads it: an unknown key is an error. */
const rules = z
  .strictObject({
    groups: z.array(
      z.strictObject({
        name: text,
        rules: z
          .array(
            z.strictObject({
              alert: z.string().regex(/^Vigil[A-Za-z]+$/),
              expr: text,
              for: duration.optional(),
              labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
              annotations: z.strictObject({ summary: text, runbook: text }),
            }),
          )
          .min(1),
      }),
    ),
  })
  .parse(parse(readFileSync('ops/alerts.yml', 'utf8'), { strict: true, uniqueKeys: true }))
  .groups.flatMap((group) => group.rules);
const dashboard = z
  .object({
    panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })),
  })
  .parse(JSON.parse(readFileSync('ops/dashboard.json', 'utf8')));

const expressions = [
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** Prometheus sets these itself. */
const OF_THE_TARGET = ['job', 'instance'];
/** What it knows of each target. */
const OF_PROMETHEUS = new Map([['up', new Set<string>()]]);

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

/** Every metric that the app or the worker exposes, by the names of its series, with its labels. */
async function exposed(): Promise<Map<string, Set<string>>> {
  const found = new Map(OF_PROMETHEUS);
  for (const [name, { type, samples }] of await everything()) {
    const labels = [...samples.keys()].flatMap((key) =>
      [...key.matchAll(/(\w+)="/g)].map(([, label]) => label),
    );
    const all = new Set(labels.flatMap((label) => label ?? []));
    // A counter of which nothing was counted yet has no sample, but knows its labels.
    const own: unknown = Reflect.get(processRegistry().getSingleMetric(name) ?? {}, 'labelNames');
    for (const label of z.array(z.string()).default([]).parse(own)) all.add(label);
    if (type !== 'histogram') found.set(name, all);
    else {
      found.set(`${name}_bucket`, new Set([...all, 'le']));
      for (const part of ['sum', 'count']) found.set(`${name}_${part}`, all);
    }
  }
  return found;
}

test('each metric and each label that the alert rules and the dashboard name is there', async () => {
  const there = await exposed();
  let named = 0;
  for (const [where, expression] of expressions) {
    const { selectors, grouped } = parsePromql(expression);
    named += selectors.length;
    for (const { metric, labels } of selectors) {
      expect([...there.keys()], where).toContain(metric);
      const known = [...(there.get(metric) ?? []), ...OF_THE_TARGET];
      expect(known, `${where}: ${metric}`).toEqual(expect.arrayContaining([...labels]));
    }
    const known = [...selectors.flatMap(({ metric }) => [...(there.get(metric) ?? [])]), ...OF_THE_TARGET];
    expect(known, where).toEqual(expect.arrayContaining([...grouped]));
  }
  expect(named).toBeGreaterThan(40);
});

test('each rule has a name of its own, and a runbook in the docs', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  const headings = [...readFileSync('docs/operations.md', 'utf8').matchAll(/^#+ (.+)$/gm)].map(
    ([, heading]) => (heading ?? '').toLowerCase().replaceAll(' ', '-'),
  );
  expect(rules.filter(({ annotations }) => !headings.includes(annotations.runbook))).toEqual([]);
});
