import { randomUUID } from 'node:crypto';
import { pool } from '#lib/db/database.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { completeAtProvider } from '#lib/operators/provider/complete-at-provider.ts';
import { startProviderSignIn } from '#lib/operators/provider/start-provider-sign-in.ts';
import { cleanUp } from './clean-up.ts';
import { CLIENT, startIdentityProvider } from './identity-provider.ts';
import { ADDRESS, carrying, given, operatorWorld } from './operator-world.ts';
import { testEnv } from './test-env.ts';

const ROLES = 'admin: vigil-admins; operator: dispatch, control-room; viewer: wall';

/** Operators, and an identity provider that they may sign in with. */
export async function providerWorld() {
  const world = await operatorWorld();
  const provider = await startIdentityProvider();
  cleanUp(provider.close);
  testEnv({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ROLES: ROLES,
    OIDC_NAME: 'Keycloak',
  });
  const visitor = anonymousActor(ADDRESS);

  /** Somebody whom the provider knows. */
  function somebody(groups: readonly string[] = ['dispatch']) {
    const sub = randomUUID();
    return { sub, name: 'Thandi', email: `${sub}@vigil.test`, email_verified: true, groups };
  }

  /** A browser on its way: the cookie that it has, and where the provider sends it back to. */
  async function setOut() {
    const { location, cookies } = given(await startProviderSignIn(visitor, {}));
    return { headers: carrying(cookies), back: provider.visit(location) };
  }

  const comeBack = (headers: Headers, back: string) =>
    completeAtProvider(visitor, { headers, answer: Object.fromEntries(new URL(back).searchParams) });

  return {
    ...world,
    provider,
    visitor,
    somebody,
    setOut,
    comeBack,
    /** All of it, as this account. */
    async signInAs(account: object) {
      provider.isNow({ ...account });
      const { headers, back } = await setOut();
      return comeBack(headers, back);
    },
    async operatorWith(email: string) {
      const { rows } = await pool().query('select id, role, name from "user" where email = $1', [email]);
      return rows[0];
    },
    /** Codes of the refusals that were audited, newest last. */
    async refusals(): Promise<string[]> {
      const { rows } = await pool().query(
        `select detail from audit_entry where action = 'operator.refuse_sign_in' order by id`,
      );
      return rows.map(({ detail }) => detail);
    },
  };
}
