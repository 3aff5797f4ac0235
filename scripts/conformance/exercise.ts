import assert from 'node:assert/strict';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import { AuraError } from '#lib/aura/error.ts';
import type { CallOptions } from '#lib/aura/transport/call.ts';
import type { Bench } from './bench.ts';

/** Prepares an operation's data; the returned function makes the call and checks the response. */
export type Exercise = (bench: Bench) => Promise<(options: CallOptions) => Promise<void>>;

export type Exercises<Id extends OperationId> = Record<Id, Exercise>;

/** The call must be refused by AURA with that status. */
export async function assertRefused(call: Promise<unknown>, status: number): Promise<void> {
  await assert.rejects(call, (error) => error instanceof AuraError && error.status === status);
}

/** Checks the client with a switch in a given position. */
export type SwitchCheck = (bench: Bench, position: string) => Promise<void>;
