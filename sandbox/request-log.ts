import type { OperationId } from '#lib/aura/contract/operations.ts';
import type { Effect } from './control/faults.ts';

/** One API call. Bodies and headers are omitted, as they hold credentials and personal data. */
export type LoggedRequest = {
  at: string;
  operation: OperationId;
  path: string;
  /** Null when a fault answered on the raw socket. */
  status: number | null;
  durationMs: number;
  fault: Effect | null;
};

const kept = 1_000;

export class RequestLog {
  #requests: LoggedRequest[] = [];
  #counts = new Map<OperationId, number>();

  add(request: LoggedRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > 2 * kept) this.#requests = this.#requests.slice(-kept);
    this.#counts.set(request.operation, (this.#counts.get(request.operation) ?? 0) + 1);
  }

  latest(count = kept): LoggedRequest[] {
    return this.#requests.slice(-count).reverse();
  }

  /** Calls by operation since the log was cleared. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  clear(): void {
    this.#requests = [];
    this.#counts.clear();
  }
}
