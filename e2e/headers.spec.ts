import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';

const PUBLIC_PAGES = ['/', '/register', '/sign-in', '/admin/sign-in', '/no-such-page'];

for (const path of PUBLIC_PAGES) {
  test(`${path} lets only its own scripts run, and nobody frame it`, async ({ request, stack }) => {
    const [first, second] = [await policyOf(request, path), await policyOf(request, path)];
    const scripts = first.get('script-src') ?? '';
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(scripts).toMatch(/'nonce-[^']{16,}'/);
    expect(second.get('script-src')).not.toBe(scripts);
    expect(first.get('style-src')).not.toContain('unsafe-inline');
    expect(first.get('style-src-attr')).toBe("'none'");
    expect(first.get('frame-ancestors')).toBe("'none'");
    expect(first.get('object-src')).toBe("'none'");
    expect(first.get('base-uri')).toBe("'none'");
    expect(first.get('frame-src')?.split(' ').sort()).toEqual(
      [stack.sandboxUrl, 'https://*.aura.services'].sort(),
    );
  });
}

test('every answer limits what a browser may do with it', async ({ person }) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const { pathname } = new URL(person.page.url());
  const files = ['/icon.svg', '/sw.js', '/manifest.webmanifest'];
  for (const path of [...PUBLIC_PAGES, '/panic', pathname, '/api/health/live', `/api${pathname}`, ...files]) {
    const headers = (await person.page.request.get(path)).headers();
    expect(headers, path).toMatchObject({
      'permissions-policy': expect.stringContaining('geolocation=(self)'),
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(headers, path).not.toHaveProperty('x-powered-by');
  }
});

test('what belongs to one person is not kept by any cache', async ({ person }) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const { pathname } = new URL(person.page.url());
  for (const path of ['/panic', pathname, `/api${pathname}`]) {
    const response = await person.page.request.get(path);
    expect(response.headers()['cache-control'], path).toContain('no-store');
  }
});

test('the hosted page learns nothing of where it was opened from', async ({ person, stack }) => {
  const referrers: (string | undefined)[] = [];
  person.page.on('request', (request) => {
    if (request.url().startsWith(`${stack.sandboxUrl}/track?`)) referrers.push(request.headers().referer);
  });
  await sendPress(person.page);
  await expect(person.page.frameLocator('iframe').getByRole('status')).toBeVisible();
  expect(referrers).toEqual([undefined]);
});

test('the session cookie is out of reach of scripts and other sites, for a year', async ({
  person,
  context,
}) => {
  const cookies = await context.cookies();
  const inAYear = Date.now() / 1_000 + 360 * 24 * 3_600;
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, httpOnly, sameSite, expires } of cookies) {
    expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: 'Lax' });
    expect(expires, name).toBeGreaterThan(inAYear);
  }
  expect(await person.page.evaluate(() => document.cookie)).toBe('');
});

async function policyOf(request: APIRequestContext, path: string): Promise<Map<string, string>> {
  const header = (await request.get(path)).headers()['content-security-policy'] ?? '';
  return new Map(
    header.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );
}
