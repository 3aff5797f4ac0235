import { findCustomer } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { announceCustomer } from '../webhooks/announce.ts';
import type { Customer } from '../world.ts';
import { createdStatus, type Handlers } from './handler.ts';
import { addSubscription } from './subscriptions.ts';
import { customerView } from './views.ts';

function refuseKnownMobile(sandbox: Sandbox, mobile: string, ownId: number | null): void {
  const isKnown = Object.values(sandbox.world.customers).some(
    (customer) => customer.profile.mobile === mobile && customer.id !== ownId && !customer.deletedAt,
  );
  if (isKnown) {
    throw new Refusal(
      Number(sandbox.world.switches.knownMobile),
      'A customer with this mobile already exists.',
    );
  }
}

const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

function refuseOtherScripts(
  sandbox: Sandbox,
  { name, surname }: { name?: string | undefined; surname?: string | undefined },
): void {
  if (sandbox.world.switches.nameLetters === 'latin' && OTHER_SCRIPT.test(`${name ?? ''}${surname ?? ''}`)) {
    throw new Refusal(400, 'A name has letters that are not supported.');
  }
}

function newCustomer(sandbox: Sandbox, profile: Customer['profile']): Customer {
  const at = sandbox.nowText();
  return { id: sandbox.nextId(), profile, createdAt: at, updatedAt: at, deletedAt: null };
}

/** A mobile belongs to one customer only. */
export function addCustomer(sandbox: Sandbox, profile: Customer['profile']): Customer {
  refuseKnownMobile(sandbox, profile.mobile, null);
  const customer = newCustomer(sandbox, profile);
  sandbox.world.customers[customer.id] = customer;
  announceCustomer(sandbox, 'CREATED_CUSTOMER', customer);
  return customer;
}

export const customers: Handlers<'createCustomer' | 'readCustomer' | 'updateCustomer' | 'deleteCustomer'> = {
  createCustomer: (sandbox, { body }) => {
    refuseKnownMobile(sandbox, body.customer.mobile, null);
    refuseOtherScripts(sandbox, body.customer);
    const customer = newCustomer(sandbox, body.customer);
    if (body.subscriptionId !== undefined) {
      const subscription = sandbox.world.subscriptions[body.subscriptionId];
      if (!subscription) throw new Refusal(400, 'Unknown subscriptionId.');
      subscription.dependantCustomerIds.push(customer.id);
    }
    if (body.subscription) {
      addSubscription(sandbox, { customerId: customer.id, ...body.subscription, dependantCustomerIds: [] });
    }
    sandbox.world.customers[customer.id] = customer;
    announceCustomer(sandbox, 'CREATED_CUSTOMER', customer);
    return {
      status: createdStatus(sandbox),
      body: { message: 'Customer created successfully.', customer: customerView(sandbox, customer) },
    };
  },

  readCustomer: (sandbox, { params }) => {
    const customer = customerView(sandbox, findCustomer(sandbox, params.customerId));
    return { status: 200, body: { message: 'Success', customer } };
  },

  updateCustomer: (sandbox, { params, body }) => {
    const customer = findCustomer(sandbox, params.customerId);
    refuseOtherScripts(sandbox, body.customer);
    if (body.customer.mobile) refuseKnownMobile(sandbox, body.customer.mobile, customer.id);
    const { mobile } = customer.profile;
    const isMoved = body.customer.mobile !== undefined && body.customer.mobile !== mobile;
    const { mobileUpdate } = sandbox.world.switches;
    if (isMoved && mobileUpdate === 'refused') throw new Refusal(400, 'The mobile cannot be changed.');
    customer.profile = profileAfter(sandbox, customer.profile, body.customer);
    if (mobileUpdate === 'ignored') customer.profile.mobile = mobile;
    customer.updatedAt = sandbox.nowText();
    return {
      status: 200,
      body: { message: 'Customer updated successfully.', customer: customerView(sandbox, customer) },
    };
  },

  deleteCustomer: (sandbox, { params }) => {
    // Soft delete: the record stays, so that deleting is idempotent.
    const customer = sandbox.world.customers[params.customerId];
    if (!customer) throw new Refusal(404, 'Customer not found.');
    customer.deletedAt ??= sandbox.nowText();
    return { status: 200, body: { message: 'Request completed successfully.' } };
  },
};

type Profile = Customer['profile'];

function profileAfter(
  { world: { switches } }: Sandbox,
  before: Profile,
  said: { [Key in keyof Profile]?: Profile[Key] | undefined },
): Profile {
  const given = Object.entries(defined(said)).filter(
    ([, value]) => value !== '' || switches.emptyField === 'emptied',
  );
  const { name, surname, mobile } = before;
  const kept = switches.customerUpdate === 'kept' ? before : { name, surname, mobile };
  return { ...kept, ...Object.fromEntries(given) };
}

function defined<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return JSON.parse(JSON.stringify(value));
}
