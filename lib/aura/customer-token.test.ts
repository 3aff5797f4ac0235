import { describe, expect, test } from 'vitest';
import { createAuraClient } from './client.ts';
import { readCustomerToken } from './contract/customer-token.ts';

describe("a customer's own token", () => {
  const asked = { returnUrl: 'https://ours.test/', configuration: 'portal-1' };
  const claims = (body: object) => `h.${Buffer.from(JSON.stringify(body)).toString('base64url')}.s`;

  test('is needed for the page of a subscription, and is what is sent', async () => {
    const bearers: string[] = [];
    const client = createAuraClient({
      baseUrl: 'https://aura.test/v2',
      clientId: 'i',
      clientSecret: 's',
      fetch: async (_at, init) => {
        bearers.push(new Headers(init.headers).get('authorization') ?? '');
        return Response.json({ url: 'https://signup.aura.services/s' });
      },
    });
    await expect(client.createSubscriptionSession(asked)).rejects.toMatchObject({
      kind: 'invalid_request',
      attempts: 0,
    });
    await client.createSubscriptionSession(asked, { customerToken: 'theirs' });
    expect(bearers).toEqual(['Bearer theirs']);
  });

  test('is a JWT that names its customer', () => {
    const token = claims({ customerId: '42', sub: 'someone', exp: 2 });
    expect(readCustomerToken(token)).toEqual({ customerId: 42, subject: 'someone', expiresAt: 2_000 });
    for (const other of ['', 'a.b', 'a.b.c', claims({ sub: 'someone' }), `${token}.x`, claims([])]) {
      expect(readCustomerToken(other)).toBeNull();
    }
  });
});
