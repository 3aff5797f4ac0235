// The authenticated caller. An actor is made only from a verified session or by a job, so holding one is the
// proof of authentication; a verb then checks its role's permissions.

import type { ApiScope } from '#lib/vocabulary.ts';

declare const verified: unique symbol;
type Verified = { readonly [verified]: true };

export type OperatorRole = 'viewer' | 'operator' | 'admin';

type OperatorActor<Role extends OperatorRole> = Verified & {
  role: Role;
  operatorId: string;
  name: string;
  address: string | null;
  /** When they last proved who they are: the sign-in, or a step-up since. Null counts as never. */
  provenAt: Date | null;
  /** They signed in with the identity provider, which then also proves again who they are. */
  byProvider: boolean;
};

/** An operator or admin who must set up a second factor before anything else. */
export type EnrollingActor = Verified & {
  role: 'enrolling';
  operatorId: string;
  name: string;
  address: string | null;
};

export type AnonymousActor = Verified & {
  role: 'anonymous';
  address: string;
};
export type PersonActor = Verified & {
  role: 'person';
  personId: string;
  /** From the press token, so known without the database. */
  customerId: number | null;
  /** The edition of a press token whose revocation status is unknown because the database did not answer. */
  uncheckedEdition: number | null;
  /** Of the press token; null for a session. */
  deviceId: string | null;
  /** Null for a press token. */
  sessionId: string | null;
  address: string;
};
/** A program of another system that may read, by a key. */
export type KeyActor = Verified & {
  role: 'key';
  keyId: string;
  scopes: readonly ApiScope[];
  address: string;
};
export type SystemActor = Verified & { role: 'system'; job: string };
export type Actor =
  | AnonymousActor
  | PersonActor
  | OperatorActor<'viewer'>
  | OperatorActor<'operator'>
  | OperatorActor<'admin'>
  | EnrollingActor
  | KeyActor
  | SystemActor;

export type Role = Actor['role'];

// The brand exists only in types; only the makers below may claim it.
function mint<Kind extends Actor>(actor: Omit<Kind, typeof verified>): Kind {
  return actor as Kind; // safe: the brand has no value; callers are the makers below
}

export function anonymousActor(address: string): AnonymousActor {
  return mint<AnonymousActor>({ role: 'anonymous', address });
}

/** Requires a verified session or press token. */
export function personActor(
  personId: string,
  address: string,
  customerId: number | null = null,
  uncheckedEdition: number | null = null,
  { deviceId, sessionId }: { deviceId?: string; sessionId?: string } = {},
): PersonActor {
  return mint<PersonActor>({
    ...{ role: 'person', personId, customerId, uncheckedEdition, address },
    ...{ deviceId: deviceId ?? null, sessionId: sessionId ?? null },
  });
}

/** Requires a verified session, with a second factor where one is mandatory. */
export function operatorActor(
  role: OperatorRole,
  operatorId: string,
  name: string,
  address: string | null = null,
  provenAt: Date | null = null,
  byProvider = false,
): Actor {
  const known = { operatorId, name, address, provenAt, byProvider };
  switch (role) {
    case 'viewer':
      return mint<OperatorActor<'viewer'>>({ role, ...known });
    case 'operator':
      return mint<OperatorActor<'operator'>>({ role, ...known });
    case 'admin':
      return mint<OperatorActor<'admin'>>({ role, ...known });
  }
}

/** Requires a verified session that lacks only the mandatory second factor. */
export function enrollingActor(operatorId: string, name: string, address: string): EnrollingActor {
  return mint<EnrollingActor>({ role: 'enrolling', operatorId, name, address });
}

/** Requires a key that counts. */
export function keyActor(keyId: string, scopes: readonly ApiScope[], address: string): KeyActor {
  return mint<KeyActor>({ role: 'key', keyId, scopes, address });
}

/** Only for jobs, and for verbs that continue work after their own permission check. */
export function systemActor(job: string): SystemActor {
  return mint<SystemActor>({ role: 'system', job });
}
