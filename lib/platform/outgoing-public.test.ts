import { beforeEach, expect, test } from 'vitest';
import { testPushService } from '#lib/testing/test-push-service.ts';
import { postToPublic } from './outgoing-public.ts';

const service = await testPushService();
const post = { headers: { ttl: '60' }, body: Buffer.from('sealed'), timeoutMs: 10_000, mayBeLoopback: true };

beforeEach(() => service.answerWith({ status: 201 }));

test('gives the status and when to come again, and follows no redirect', async () => {
  service.answerWith({ status: 429, headers: { 'retry-after': '7' } });
  expect(await postToPublic(`${service.origin}/1`, post)).toEqual({
    ...{ kind: 'answered', status: 429, retryAfter: '7' },
  });
  service.answerWith({ status: 302, headers: { location: `${service.origin}/elsewhere` } });
  expect(await postToPublic(`${service.origin}/2`, post)).toMatchObject({ status: 302 });
  expect(service.received.map(({ path, body }) => [path, body.toString()])).toEqual([
    ['/1', 'sealed'],
    ['/2', 'sealed'],
  ]);
});

test('gives up a server that does not answer', async () => {
  service.answerWith('hang');
  const answer = await postToPublic(`${service.origin}/3`, { ...post, timeoutMs: 200 });
  expect(answer).toEqual({ kind: 'unanswered' });
});

test('does not connect to a server on this machine unless it may', async () => {
  const before = service.received.length;
  for (const url of [service.origin, service.origin.replace('http:', 'https:'), 'https://localhost/', 'x']) {
    expect(await postToPublic(url, { ...post, mayBeLoopback: false })).toEqual({ kind: 'refused' });
  }
  expect(service.received).toHaveLength(before);
});
