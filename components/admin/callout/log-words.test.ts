import { expect, test } from 'vitest';
import { entryWords } from '#components/admin/callout/log-words.ts';
import type { Entry } from '#lib/console/callout-page/schema.ts';

const NOTICE: Extract<Entry, { kind: 'escalated' }> = {
  ...{ kind: 'escalated', at: '2026-12-01T12:00:00.000Z', need: 'no_responder' },
  ...{ to: '+2782…01', times: 1, deliveredAt: null },
};

test.each([
  [{}, 'Vigil sent SMS to +2782…01: no responder was on the way'],
  [{ to: 'on…@vigil.test' }, 'Vigil sent e-mail to on…@vigil.test: no responder was on the way'],
  [
    { times: 3, deliveredAt: '2026-12-01T12:00:04.200Z' },
    'Vigil sent SMS to +2782…01: no responder was on the way, 3 times, delivered after 4 s',
  ],
])('who was notified, how often, and whether it arrived: %j', (more, detail) => {
  expect(entryWords({ ...NOTICE, ...more })).toEqual({ title: 'Escalated', detail });
});
