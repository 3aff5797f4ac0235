import { expect, test } from 'vitest';
import { testEnv } from '#lib/testing/test-env.ts';
import { GET } from './route.ts';

testEnv({ LEAVE_TO_URL: 'https://weather.example/today?here=1' });

test('without a script the link leads to the neutral site, which is told nothing, and nothing is stored', async () => {
  const response = await GET(new Request('https://vigil.example/leave'), { params: Promise.resolve({}) });
  expect(response.status).toBe(303);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    location: 'https://weather.example/today?here=1',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
});
