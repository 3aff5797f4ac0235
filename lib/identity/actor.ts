// Who asks. An actor is made only from a verified session, or by the code that runs a job,
// so holding one is the proof; a verb's gate then compares its role with the policy.

declare const verified: unique symbol;
type Verified = { readonly [verified]: true };

export type OperatorRole = 'viewer' | 'operator' | 'admin';

type OperatorActor<Role extends OperatorRole> = Verified & {
  role: Role;
  operatorId: string;
  name: string;
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
  address: string;
};
export type SystemActor = Verified & { role: 'system'; job: string };
export type Actor =
  | AnonymousActor
  | PersonActor
  | OperatorActor<'viewer'>
  | OperatorActor<'operator'>
  | OperatorActor<'admin'>
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
): PersonActor {
  return mint<PersonActor>({ role: 'person', personId, customerId, address });
}

/** Only for an operator whose session was verified. */
export function operatorActor(role: OperatorRole, operatorId: string, name: string): Actor {
  switch (role) {
    case 'viewer':
      return mint<OperatorActor<'viewer'>>({ role, operatorId, name });
    case 'operator':
      return mint<OperatorActor<'operator'>>({ role, operatorId, name });
    case 'admin':
      return mint<OperatorActor<'admin'>>({ role, operatorId, name });
  }
}

/** Only for jobs and for a verb that continues its own work after its gate. */
export function systemActor(job: string): SystemActor {
  return mint<SystemActor>({ role: 'system', job });
}
