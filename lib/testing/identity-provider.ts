import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

// An OpenID Connect provider on this machine. It signs by node:crypto and not by the library that checks it, and asks nobody
// for a password: whoever comes is the account that was set.

export type TestAccount = Readonly<Record<string, unknown>>;

type Asked = { query: URLSearchParams; account: TestAccount };

type Behaviour = {
  /** Claims in place of the right ones; undefined takes one out. */
  claims: Readonly<Record<string, unknown>>;
  /** Of the discovery document. */
  discovery: Readonly<Record<string, unknown>>;
  alg: 'RS256' | 'ES256' | 'none' | 'HS256';
  /** Signs with a key that it does not publish. */
  byAnotherKey: boolean;
  /** Answers nothing, or with this status. */
  fault: 'hang' | number | null;
  /** In place of the code that it gives. */
  error: string | null;
};

const NORMAL: Behaviour = {
  claims: {},
  discovery: {},
  alg: 'RS256',
  byAnotherKey: false,
  fault: null,
  error: null,
};

export const CLIENT = { id: 'vigil', secret: 'a secret of the client: with signs %' };

/** Listens until it is closed. */
export async function startIdentityProvider() {
  const keys = { RS256: pair('rsa'), ES256: pair('ec'), other: pair('rsa') };
  const codes = new Map<string, Asked>();
  const asked: URLSearchParams[] = [];
  let account: TestAccount = {};
  let behaviour = NORMAL;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const issuer = `http://127.0.0.1:${address.port}`;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (behaviour.fault === 'hang') return;
    if (behaviour.fault !== null) return response.writeHead(behaviour.fault).end();
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname === '/.well-known/openid-configuration') return json(response, 200, discovery());
    if (pathname === '/keys') return json(response, 200, { keys: [keys.RS256.jwk, keys.ES256.jwk] });
    if (pathname === '/authorize') {
      return response.writeHead(302, { location: authorize(searchParams) }).end();
    }
    if (pathname === '/token') return token(request, response);
    return response.writeHead(404).end();
  }

  const discovery = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize?tenant=1`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    authorization_response_iss_parameter_supported: true,
    ...behaviour.discovery,
  });

  /** Where it sends a browser back to. */
  function authorize(query: URLSearchParams): string {
    asked.push(query);
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('state', query.get('state') ?? '');
    back.searchParams.set('iss', issuer);
    if (behaviour.error !== null) back.searchParams.set('error', behaviour.error);
    else {
      const code = randomUUID();
      codes.set(code, { query, account });
      back.searchParams.set('code', code);
    }
    return back.href;
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    const sent = new URLSearchParams(await bodyOf(request));
    const code = sent.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    const verifier = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      known?.query.get('code_challenge') === verifier &&
      known.query.get('code_challenge_method') === 'S256' &&
      known.query.get('redirect_uri') === sent.get('redirect_uri') &&
      request.headers.authorization === basic();
    if (!known || !isRight) return json(response, 400, { error: 'invalid_grant' });
    return json(response, 200, { token_type: 'Bearer', access_token: 'unused', id_token: idToken(known) });
  }

  function idToken({ query, account: subject }: Asked): string {
    const seconds = Math.floor(Date.now() / 1_000);
    const claims = {
      ...{ iss: issuer, aud: CLIENT.id, iat: seconds, exp: seconds + 300, nonce: query.get('nonce') },
      ...(query.get('max_age') === '0' ? { auth_time: seconds } : {}),
      ...subject,
      ...behaviour.claims,
    };
    return signed(claims, behaviour.alg, behaviour.byAnotherKey ? keys.other.key : null);
  }

  function signed(claims: object, alg: Behaviour['alg'], by: KeyObject | null): string {
    const kid = alg === 'ES256' ? 'ec' : 'rsa';
    const text = [{ alg, kid }, claims].map((part) => base64url(JSON.stringify(part))).join('.');
    if (alg === 'none') return `${text}.`;
    // What a forger signs who has the client's secret, or takes it for the key.
    if (alg === 'HS256')
      return `${text}.${createHmac('sha256', CLIENT.secret).update(text).digest('base64url')}`;
    const key = by ?? keys[alg].key;
    return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  return {
    issuer,
    /** The queries of those who were sent to it. */
    asked,
    /** Who comes from now on. */
    isNow: (next: TestAccount) => {
      account = next;
    },
    /** How it behaves from now on; what is not named is as it should be. */
    behaves: (next: Partial<Behaviour>) => {
      behaviour = { ...NORMAL, ...next };
    },
    /** Follows the address that a browser was led to; where it is sent back to. */
    visit: (location: string) => {
      const url = new URL(location);
      if (url.origin !== issuer) throw new Error(`not an address of the provider: ${url.origin}`);
      return authorize(url.searchParams);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pair(kind: 'rsa' | 'ec') {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid: kind, use: 'sig' } };
}

/** By RFC 6749, 2.3.1: both halves are form-encoded first. */
function basic(): string {
  const half = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${Buffer.from(`${half(CLIENT.id)}:${half(CLIENT.secret)}`).toString('base64')}`;
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
