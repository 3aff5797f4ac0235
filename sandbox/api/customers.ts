import type { Sandbox } from '../sandbox.ts';
import type { Customer } from '../world.ts';
import { createdStatus, type Handlers, Refusal } from './handler.ts';
import { addSubscription } from './subscriptions.ts';
import { customerView } from './views.ts';

export function findCustomer(sandbox: Sandbox, id: number): Customer {
  const customer = sandbox.world.customers[id];
  if (!customer || customer.deletedAt) throw new Refusal(404, 'Customer not found.');
  return customer;
}

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

export const customers: Handlers<'createCustomer'> = {
  createCustomer: (sandbox, { body }) => {
    refuseKnownMobile(sandbox, body.customer.mobile, null);
    const at = sandbox.nowText();
    const customer: Customer = {
      id: sandbox.nextId(),
      profile: body.customer,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    };
    if (body.subscriptionId !== undefined) {
      const subscription = sandbox.world.subscriptions[body.subscriptionId];
      if (!subscription) throw new Refusal(400, 'Unknown subscriptionId.');
      subscription.dependantCustomerIds.push(customer.id);
    }
    if (body.subscription) addSubscription(sandbox, { customerId: customer.id, ...body.subscription });
    sandbox.world.customers[customer.id] = customer;
    return {
      status: createdStatus(sandbox),
      body: { message: 'Customer created successfully.', customer: customerView(sandbox, customer) },
    };
  },
};
