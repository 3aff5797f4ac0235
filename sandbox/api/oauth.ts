import { findCustomer } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Handlers } from './handler.ts';

function issueToken(sandbox: Sandbox, customerId: number | null) {
  const { world } = sandbox;
  const now = sandbox.now();
  for (const [token, issued] of Object.entries(world.tokens)) {
    if (issued.expiresAt <= now) delete world.tokens[token];
  }
  const accessToken = sandbox.secret();
  const expiresAt = now + world.tokenLifetimeS * 1000;
  world.tokens[accessToken] = { customerId, expiresAt };
  const expiresIn =
    world.switches.expiresIn === 'instant' ? Math.floor(expiresAt / 1000) : world.tokenLifetimeS;
  return world.switches.tokenKeys === 'snake'
    ? { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn }
    : { accessToken, tokenType: 'Bearer', expiresIn };
}

/** A customer token: a JWT, as AURA documents two of its claims. Its signature is never checked here. */
export function issueCustomerToken(sandbox: Sandbox, customerId: number): string {
  const expiresAt = sandbox.now() + sandbox.world.tokenLifetimeS * 1000;
  const claims = { customerId, sub: `sandbox|${customerId}`, exp: Math.floor(expiresAt / 1000) };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.${sandbox.secret()}`;
  sandbox.world.tokens[token] = { customerId, expiresAt, isOwn: true };
  return token;
}

export const oauth: Handlers<'createToken' | 'createCalloutToken'> = {
  createToken: (sandbox, { body }) => {
    const { clientId, clientSecret } = sandbox.settings;
    if (body.clientId !== clientId || body.clientSecret !== clientSecret) {
      throw new Refusal(401, 'Invalid client credentials.');
    }
    return { status: 200, body: issueToken(sandbox, null) };
  },

  createCalloutToken: (sandbox, { body }) => ({
    status: 200,
    body: issueToken(sandbox, findCustomer(sandbox, body.customerId).id),
  }),
};
