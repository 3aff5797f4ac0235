// Who asks. An actor is made only from a verified session, or by the code that runs a job,
// so holding one is the proof; a verb's gate then compares its role with the policy.

declare const verified: unique symbol;
type Verified = { readonly [verified]: true };

export type OperatorRole = 'viewer' | 'operator' | 'admin';

type OperatorActor<Role extends OperatorRole> = Verified & {
  role: Role;
  operatorId: string;
  name: string;
  /** Where the request came from, for the audit. */
  address: string | null;
};

/** An operator who must set up a second factor, and may do nothing else before. */
export type EnrollingActor = Verified & {
  role: 'enrolling';
  operatorId: string;
  name: string;
  address: string | null;
};

export type AnonymousActor = Verified & {
  role: 'anonymous';
  /** Where the request came from, for limits. */
  address: string;
};
export type PersonActor = Verified & {
  role: 'person';
  personId: string;
  /** Known without the database when a press token says so. */
  customerId: number | null;
  /** Of a press token of which it is not known whether it was revoked, as the database did not answer. */
  uncheckedEdition: number | null;
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
  | SystemActor;

export type Role = Actor['role'];

// The brand exists only in types, so each maker below is the one place that may claim it.
function mint<Kind extends Actor>(actor: Omit<Kind, typeof verified>): Kind {
  return actor as Kind; // safe: the brand has no value; callers are the makers below
}

export function anonymousActor(address: string): AnonymousActor {
  return mint<AnonymousActor>({ role: 'anonymous', address });
}

/** Only for a person whose session or press token was verified. */
export function personActor(
  personId: string,
  address: string,
  customerId: number | null = null,
  uncheckedEdition: number | null = null,
): PersonActor {
  return mint<PersonActor>({ role: 'person', personId, customerId, uncheckedEdition, address });
}

/** Only for an operator whose session was verified, with a second factor where one is required. */
export function operatorActor(
  role: OperatorRole,
  operatorId: string,
  name: string,
  address: string | null = null,
): Actor {
  switch (role) {
    case 'viewer':
      return mint<OperatorActor<'viewer'>>({ role, operatorId, name, address });
    case 'operator':
      return mint<OperatorActor<'operator'>>({ role, operatorId, name, address });
    case 'admin':
      return mint<OperatorActor<'admin'>>({ role, operatorId, name, address });
  }
}

/** Only for an operator whose session was verified, but for the second factor that is required of them. */
export function enrollingActor(operatorId: string, name: string, address: string): EnrollingActor {
  return mint<EnrollingActor>({ role: 'enrolling', operatorId, name, address });
}

/** Only for jobs and for a verb that continues its own work after its gate. */
export function systemActor(job: string): SystemActor {
  return mint<SystemActor>({ role: 'system', job });
}
