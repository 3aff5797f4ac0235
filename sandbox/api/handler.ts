import type { RequestOf } from '#lib/aura/contract/operation.ts';
import type { OperationId, Operations } from '#lib/aura/contract/operations.ts';
import type { Sandbox } from '../sandbox.ts';
import type { IssuedToken } from '../world.ts';

export type Reply = { status: number; body: unknown };

/** Implements one operation of the contract. */
export type Handler<Id extends OperationId> = (
  sandbox: Sandbox,
  request: RequestOf<Operations[Id]>,
  bearer: IssuedToken | null,
) => Reply;

export type Handlers<Id extends OperationId> = { [Key in Id]: Handler<Key> };

export const createdStatus = (sandbox: Sandbox) => Number(sandbox.world.switches.created);
