import { z } from 'zod';
import { exactSecureUrl } from '#lib/platform/env-fields.ts';

// Not server-only: the supervisor checks the environment before anything runs.

/** Operators' roles, which this room cannot ask others for; the verb that gives them does not compile with another. */
const ROLES = ['viewer', 'operator', 'admin'] as const;

/** Which values of the role claim give which role. */
type RoleValues = Readonly<Record<(typeof ROLES)[number], readonly string[]>>;

const ROLE = /^(\w+) *:(.*)$/s;
const EXAMPLE = '"admin: vigil-admins; operator: dispatch, control-room; viewer: wall"';

/** `admin: vigil-admins; operator: dispatch, control-room`: a role and the values that give it, role by role. */
const roleValues = z.string().transform((text, context): RoleValues => {
  const values: Record<(typeof ROLES)[number], string[]> = { viewer: [], operator: [], admin: [] };
  const parts = text.split(';').map((part) => part.trim());
  const isRead = parts.every((part) => {
    const [, name, list = ''] = ROLE.exec(part) ?? [];
    const role = ROLES.find((each) => each === name);
    if (!role || values[role].length > 0) return false;
    values[role] = list.split(',').map((each) => each.trim());
    return values[role].every((each) => each !== '');
  });
  const all = ROLES.flatMap((role) => values[role]);
  if (isRead && new Set(all).size === all.length) return values;
  context.addIssue({ code: 'custom', message: `must be such as ${EXAMPLE}, each role and each value once` });
  return z.NEVER;
});

export const oidcSettings = {
  OIDC_ISSUER: exactSecureUrl
    .refine((text) => !/[?#]/.test(text), 'must have no query and no fragment')
    .optional()
    .describe(
      "Operators sign in with this OpenID Connect provider: its issuer, exactly as its discovery document says; https unless the host is loopback. Unset: with Vigil's own passwords only",
    ),
  OIDC_CLIENT_ID: z.string().optional().describe('Goes with OIDC_ISSUER'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Goes with OIDC_ISSUER'),
  OIDC_ROLE_CLAIM: z
    .string()
    .optional()
    .describe(
      'Goes with OIDC_ISSUER: the claim of the ID token that holds the roles or groups, such as groups, or realm_access.roles',
    ),
  OIDC_ROLES: roleValues
    .optional()
    .describe(
      `Goes with OIDC_ISSUER: which values of the claim give which role, such as ${EXAMPLE}; of several the strongest counts, and without one nobody gets in`,
    ),
  OIDC_NAME: z
    .string()
    .max(40, 'must be at most 40 characters')
    .optional()
    .describe("What the sign-in's button calls the provider. Unset: the issuer's host"),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'must name openid, with blanks between the scopes')
    .default('openid email profile')
    .describe('What is asked of the provider, with blanks between'),
  OPERATOR_LOCAL_SIGN_IN: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('off: operators sign in with the provider only; needs OIDC_ISSUER'),
  BREAK_GLASS_EMAIL: z
    .email('must be an e-mail address')
    .transform((text) => text.toLowerCase())
    .optional()
    .describe(
      'The one operator who may still sign in with password and second step while OPERATOR_LOCAL_SIGN_IN is off, for when the provider is down. Unset: nobody',
    ),
};

type Settings = z.output<z.ZodObject<typeof oidcSettings>>;

const TOGETHER = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLE_CLAIM', 'OIDC_ROLES'] as const;

/** All or none of them. */
export function checkOidc(env: Settings, problem: (name: string, message: string) => void): void {
  for (const name of TOGETHER) {
    if (env.OIDC_ISSUER && !env[name]) problem(name, 'must be set with OIDC_ISSUER');
  }
  if (env.OIDC_ISSUER) return;
  const alone = TOGETHER.find((name) => env[name]);
  if (alone) problem('OIDC_ISSUER', `must be set with ${alone}`);
  if (env.OPERATOR_LOCAL_SIGN_IN === 'off')
    problem('OPERATOR_LOCAL_SIGN_IN', 'must not be off without OIDC_ISSUER: nobody could sign in');
  if (env.BREAK_GLASS_EMAIL) problem('OIDC_ISSUER', 'must be set with BREAK_GLASS_EMAIL');
}

export type OidcSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  roleClaim: string;
  roles: RoleValues;
  name: string;
  scopes: string[];
};

/** The provider as it is set; null without one. */
export function oidcOf(env: Settings): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLES: roles } = env;
  if (!issuer || !clientId || !clientSecret || !roleClaim || !roles) return null;
  const name = env.OIDC_NAME ?? new URL(issuer).host;
  return { issuer, clientId, clientSecret, roleClaim, roles, name, scopes: env.OIDC_SCOPES.split(' ') };
}
