import assert from 'node:assert/strict';
import type { OperationId } from '#lib/aura/contract/operations.ts';
import { AuraError } from '#lib/aura/error.ts';
import type { CallOptions } from '#lib/aura/transport/call.ts';
import type { Bench } from './bench.ts';

/** Prepares what an operation needs; the answer makes the one call and checks what came back. */
export type Exercise = (bench: Bench) => Promise<(options: CallOptions) => Promise<void>>;

export type Exercises<Id extends OperationId> = Record<Id, Exercise>;

/** The call must end in AURA's refusal with that status. */
export async function assertRefused(call: Promise<unknown>, status: number): Promise<void> {
  await assert.rejects(call, (error) => error instanceof AuraError && error.status === status);
}

/** Shows, with a switch already moved to a position, what the client makes of it. */
export type SwitchCheck = (bench: Bench, position: string) => Promise<void>;
