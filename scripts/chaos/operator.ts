import { cookiesOf, hiddenFields } from './forms.ts';
import type { ChaosStack } from './stack.ts';

/** Signs the admin in by plain form; returns the cookies. */
export async function signInOperator({ url, admin }: ChaosStack): Promise<string> {
  const form = hiddenFields(await (await fetch(`${url}/admin/sign-in`)).text());
  form.set('email', admin.email);
  form.set('password', admin.password);
  const answer = await fetch(`${url}/admin/sign-in`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url },
  });
  const cookies = cookiesOf(answer);
  if (cookies.length === 0) throw new Error(`signing in as operator was answered with ${answer.status}`);
  return cookies.join('; ');
}
