import type { ChaosStack } from './stack.ts';

/** Signs the admin in by plain form; returns the cookies. */
export async function signInOperator({ url, admin }: ChaosStack): Promise<string> {
  const page = await (await fetch(`${url}/admin/sign-in`)).text();
  const form = new FormData();
  for (const [field] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(field, 'name');
    if (name) form.set(name, attribute(field, 'value'));
  }
  form.set('email', admin.email);
  form.set('password', admin.password);
  const answer = await fetch(`${url}/admin/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url },
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  if (cookies.length === 0) throw new Error(`signing in as operator was answered with ${answer.status}`);
  return cookies.join('; ');
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
