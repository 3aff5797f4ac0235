import { createHash, createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

// An OpenID Connect provider on this machine. It signs by node:crypto and not by the library that checks it, and asks nobody
// for a password: whoever comes is the account that was set.

type TestAccount = Readonly<Record<string, unknown>>;

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
  /** What its keys are for, by what it publishes of them. */
  keyUse: string | undefined;
  /** How it knows a client: the only way that it takes. */
  clientBy: 'basic' | 'post';
};

const NORMAL: Behaviour = {
  claims: {},
  discovery: {},
  alg: 'RS256',
  byAnotherKey: false,
  fault: null,
  error: null,
  keyUse: 'sig',
  clientBy: 'basic',
};

export const CLIENT = { id: 'vigil', secret: 'a secret of the client: with signs %' };

type State = {
  issuer: string;
  keys: Record<'RS256' | 'ES256' | 'other', ReturnType<typeof pair>>;
  codes: Map<string, Asked>;
  asked: URLSearchParams[];
  account: TestAccount;
  behaviour: Behaviour;
};

/** Listens until it is closed. */
export async function startIdentityProvider() {
  const state: State = {
    issuer: '',
    keys: { RS256: pair('rsa'), ES256: pair('ec'), other: pair('rsa') },
    ...{ codes: new Map(), asked: [], account: {}, behaviour: NORMAL },
  };
  const server = createServer((request, response) => {
    void answer(state, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  state.issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer: state.issuer,
    /** The queries of those who were sent to it. */
    asked: state.asked,
    /** Who comes from now on. */
    isNow: (next: TestAccount) => {
      state.account = next;
    },
    /** How it behaves from now on; what is not named is as it should be. */
    behaves: (next: Partial<Behaviour>) => {
      state.behaviour = { ...NORMAL, ...next };
    },
    /** Follows the address that a browser was led to; where it is sent back to. */
    visit: (location: string) => {
      const url = new URL(location);
      if (url.origin !== state.issuer) throw new Error(`not an address of the provider: ${url.origin}`);
      return authorize(state, url.searchParams);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse) {
  const { fault } = state.behaviour;
  if (fault === 'hang') return;
  if (fault !== null) return response.writeHead(fault).end();
  const { pathname, searchParams } = new URL(request.url ?? '/', state.issuer);
  switch (pathname) {
    case '/.well-known/openid-configuration':
      return json(response, 200, discovery(state));
    case '/keys':
      return json(response, 200, { keys: publishedKeys(state) });
    case '/authorize':
      return response.writeHead(302, { location: authorize(state, searchParams) }).end();
    case '/token':
      return token(state, request, response);
    default:
      return response.writeHead(404).end();
  }
}

function publishedKeys({ keys, behaviour: { keyUse } }: State) {
  return [keys.RS256.jwk, keys.ES256.jwk].map((jwk) => ({ ...jwk, use: keyUse }));
}

function discovery({ issuer, behaviour }: State) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize?tenant=1`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    authorization_response_iss_parameter_supported: true,
    ...behaviour.discovery,
  };
}

/** Where it sends a browser back to. */
function authorize({ issuer, asked, behaviour, codes, account }: State, query: URLSearchParams): string {
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

async function token(state: State, request: IncomingMessage, response: ServerResponse) {
  const sent = new URLSearchParams(await bodyOf(request));
  const code = sent.get('code') ?? '';
  const known = state.codes.get(code);
  state.codes.delete(code);
  const verifier = sent.get('code_verifier') ?? '';
  const isRight =
    known?.query.get('code_challenge') === createHash('sha256').update(verifier).digest('base64url') &&
    known.query.get('code_challenge_method') === 'S256' &&
    known.query.get('redirect_uri') === sent.get('redirect_uri') &&
    isOurs(state.behaviour.clientBy, request, sent);
  if (!known || !isRight) return json(response, 400, { error: 'invalid_grant' });
  const tokens = { token_type: 'Bearer', access_token: 'unused', id_token: idToken(state, known) };
  return json(response, 200, tokens);
}

function isOurs(by: Behaviour['clientBy'], { headers }: IncomingMessage, sent: URLSearchParams): boolean {
  if (by === 'basic') return headers.authorization === basic();
  return sent.get('client_id') === CLIENT.id && sent.get('client_secret') === CLIENT.secret;
}

function idToken({ issuer, behaviour, keys }: State, { query, account }: Asked): string {
  const seconds = Math.floor(Date.now() / 1_000);
  const claims = {
    ...{ iss: issuer, aud: CLIENT.id, iat: seconds, exp: seconds + 300, nonce: query.get('nonce') },
    ...(query.get('max_age') === '0' ? { auth_time: seconds } : {}),
    ...account,
    ...behaviour.claims,
  };
  const { alg } = behaviour;
  const kid = alg === 'ES256' ? 'ec' : 'rsa';
  const text = [{ alg, kid }, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  if (alg === 'none') return `${text}.`;
  // What a forger signs who has the client's secret, or takes it for the key.
  if (alg === 'HS256')
    return `${text}.${createHmac('sha256', CLIENT.secret).update(text).digest('base64url')}`;
  const { key } = behaviour.byAnotherKey ? keys.other : keys[alg];
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

function pair(kind: 'rsa' | 'ec') {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid: kind } };
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
