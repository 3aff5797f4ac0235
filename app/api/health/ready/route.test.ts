import { expect, test } from 'vitest';
import { GET } from '#app/api/health/ready/route.ts';
import { followEditions } from '#lib/identity/press-token-editions.ts';
import { beginDraining } from '#lib/platform/draining.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const TOKEN = 'a-metrics-token-of-the-test';
await testWorld({ METRICS_TOKEN: TOKEN, VIGIL_DATA_DIR: testFolder() });

async function ready(authorization?: string) {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  const answer = await GET(new Request('http://localhost/api/health/ready', { headers }), {});
  return { status: answer.status, body: await answer.json() };
}

// The first one: the others need that app.
test('an app that has just started is ready once it knows the revoked press tokens', async () => {
  expect(await ready()).toEqual({
    status: 503,
    body: { status: 'not ready', reasons: ['The list of revoked press tokens is being read.'] },
  });
  followEditions();
  await expect.poll(() => ready()).toMatchObject({ status: 200 });
});

test('strangers learn whether presses can be recorded, and no number', async () => {
  for (const authorization of [undefined, 'Bearer ', 'Bearer a-metrics-token-of-another']) {
    expect(await ready(authorization)).toEqual({ status: 200, body: { status: 'ready' } });
  }
  testEnv({ METRICS_TOKEN: '' });
  expect(await ready('Bearer ')).toEqual({ status: 200, body: { status: 'ready' } });
});

test('with the token the journal is counted', async () => {
  expect(await ready(`Bearer ${TOKEN}`)).toEqual({
    status: 200,
    body: { status: 'ready', journal: { presses: 0, stuck: 0 } },
  });
});

// The last one: nothing takes it back.
test('an app that drains is not ready, and says why', async () => {
  beginDraining();
  expect(await ready()).toEqual({
    status: 503,
    body: { status: 'not ready', reasons: ['This app is stopping.'] },
  });
});
