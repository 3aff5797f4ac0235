import { type OperatorRole, operatorRoles } from '#lib/vocabulary.ts';

/** How long an operator may be at the provider. */
export const AT_PROVIDER_MS = 10 * 60_000;

/** How far the provider's clock may be from ours. */
const CLOCKS_APART_MS = 60_000;

type Claims = Readonly<Record<string, unknown>>;

/** Which values of the claim give which role. */
type RoleValues = Readonly<Record<OperatorRole, readonly string[]>>;

/**
 * The strongest role that the claims give; null without one. The claim is found by its whole name first, as a name may be a
 * URL, and then by its path.
 */
export function roleIn(claims: Claims, roleClaim: string, roles: RoleValues): OperatorRole | null {
  const found = Object.hasOwn(claims, roleClaim) ? claims[roleClaim] : valueAt(claims, roleClaim.split('.'));
  const values: readonly unknown[] = Array.isArray(found) ? found : [found];
  const isGiven = (role: OperatorRole) => roles[role].some((value) => values.includes(value));
  return operatorRoles.findLast(isGiven) ?? null;
}

function valueAt(claims: Claims, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name)
        ? Reflect.get(inner, name)
        : undefined,
    claims,
  );
}

/** Whether the provider asked who they are since then, by the claim `auth_time`; one that does not say so did not. */
export function hasProvenSince(authTime: number | undefined, since: Date): boolean {
  return authTime !== undefined && authTime * 1_000 >= since.getTime() - CLOCKS_APART_MS;
}
