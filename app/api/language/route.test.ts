import { expect, it } from 'vitest';
import { chosenLanguage } from '#lib/languages/negotiate.ts';
import { env } from '#lib/platform/env.ts';
import { POST } from './route.ts';

const HERE = env.APP_URL;

async function choose(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const request = new Request(new URL('/api/language', HERE), {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: new URL(HERE).origin, host: new URL(HERE).host, ...headers },
  });
  return POST(request, { params: Promise.resolve({}) });
}

it('keeps the language in the browser, and leads back to the page', async () => {
  const answer = await choose({ language: 'zu', to: '/' }, { referer: new URL('/panic?press=1', HERE).href });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/panic?press=1']);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax/);
  expect(chosenLanguage(new Headers({ cookie: cookie.split(';')[0] ?? '' }), false)).toBe('zu');
});

it('leads to no other site', async () => {
  const answer = await choose(
    { language: 'zu', to: '//evil.example' },
    { referer: 'https://evil.example/panic' },
  );
  expect(answer.headers.get('location')).toBe('/');
});

it('keeps nothing for another site, nor a language that we do not have', async () => {
  const refused = await Promise.all([
    choose({ language: 'zu' }, { origin: 'https://evil.example' }),
    choose({ language: 'en-XA' }),
    choose({ language: 'zu; Path=/admin' }),
    choose({}),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([403, 400, 400, 400]);
  expect(refused.map(({ headers }) => headers.get('set-cookie'))).toEqual([null, null, null, null]);
});
