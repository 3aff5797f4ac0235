import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeAdvisories } from './advisories.ts';

const AT = new Date('2026-12-01T12:00:00Z');
const URL_OF_IT = 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc';
const record = (reviewed: string | null, accepted: Record<string, string> = {}) =>
  JSON.stringify({ reviewed, accepted });

const report = JSON.stringify({
  metadata: { vulnerabilities: { high: 2, total: 2 } },
  vulnerabilities: {
    parser: { via: [{ url: URL_OF_IT, title: 'Reads too far', severity: 'high', source: 1 }] },
    server: { via: ['parser'] },
  },
});

test('a known weakness fails the check once, by the name of its package', () => {
  const { problems } = judgeAdvisories(report, record('2026-11-30'), AT);
  expect(problems).toEqual([expect.stringMatching(/^parser: high: Reads too far \(https/)]);
});

test('one that was accepted for a reason passes; another one does not', () => {
  const judged = judgeAdvisories(report, record(null, { 'GHSA-aaaa-bbbb-cccc': 'never called' }), AT);
  expect(judged).toEqual({ summary: '1 known, 1 accepted', problems: [] });
  expect(judgeAdvisories(report, record(null, { 'GHSA-other': 'x' }), AT).problems).toHaveLength(1);
});

test('none known is none', () => {
  const clean = JSON.stringify({ metadata: { vulnerabilities: { total: 0 } }, vulnerabilities: {} });
  expect(judgeAdvisories(clean, record(null), AT)).toEqual({ summary: '0 known, 0 accepted', problems: [] });
});

// npm's answer to a mirror that has no advisories, a proxy's page, no npm, a command that was cut off.
test.each(['{"message":"405","statusCode":405,"error":{"summary":""}}', '<html>', '', null, '{"metadata"'])(
  'without an answer of the registry the check passes, and says the age: %j',
  (answer) => {
    const judge = (reviewed: string | null) => judgeAdvisories(answer, record(reviewed), AT);
    expect(judge('2026-11-21').problems).toEqual([]);
    expect(judge('2026-11-21').summary).toBe('no answer of the registry; advisories reviewed 10 days ago');
    expect(judge('2026-01-01').summary).toMatch(/334 days ago, which is too long$/);
    expect(judge('2026-01-01').problems).toEqual([]);
    expect(judge(null).summary).toBe('no answer of the registry; advisories never reviewed');
  },
);

test('the record that is kept can be read', () => {
  const kept = readFileSync('docs/dependency-review.json', 'utf8');
  expect(judgeAdvisories(null, kept, AT).problems).toEqual([]);
});
