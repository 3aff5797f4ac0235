import { z } from 'zod';
import { cookiesOf, hiddenFields } from '../chaos/forms.ts';
import type { ChaosStack } from '../chaos/stack.ts';
import { until } from '../chaos/waiting.ts';

const MOBILE = '+27820000001';
const TEXT_WITHIN_MS = 10_000;
const textsSchema = z.object({ messages: z.array(z.object({ body: z.string() })) });

/** Registers a person by plain forms, as a browser without scripts would; returns the cookies. */
export async function registerPerson(stack: ChaosStack): Promise<string> {
  const address = `${stack.url}/register`;
  const cookies: string[] = [];
  const submit = async (shown: string, typed: Readonly<Record<string, string>>): Promise<Response> => {
    const body = hiddenFields(shown);
    for (const [name, value] of Object.entries(typed)) body.set(name, value);
    const headers = { origin: stack.url, cookie: cookies.join('; ') };
    const answer = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
    cookies.push(...cookiesOf(answer));
    return answer;
  };
  const details = await (await fetch(address)).text();
  const person = { name: 'Thandi', surname: 'Mokoena', mobile: MOBILE, subscriptionTypeId: '4' };
  const question = await submit(details, { ...person, intent: 'start' });
  const code = await codeFrom(stack);
  const answer = await submit(await question.text(), { code, intent: 'complete' });
  const leadsTo = answer.headers.get('location') ?? '';
  if (!leadsTo.includes('/panic'))
    throw new Error(`registering was answered with ${answer.status} ${leadsTo}`);
  return cookies.join('; ');
}

async function codeFrom({ control }: ChaosStack): Promise<string> {
  let code = '';
  await until(async () => {
    const { messages } = textsSchema.parse(await control('GET', `sms?to=${encodeURIComponent(MOBILE)}`));
    code = /\b\d{6}\b/.exec(messages[0]?.body ?? '')?.[0] ?? '';
    return code !== '';
  }, TEXT_WITHIN_MS);
  if (code === '') throw new Error('no text with a code came');
  return code;
}
