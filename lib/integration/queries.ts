import { z } from 'zod';
import { type ErrorCode, errorCodes } from '#lib/errors/errors.ts';
import { type Refusal, refuse } from '#lib/errors/result.ts';
import { type Finding, findingSchema, type Integration, integrationSchema } from '#lib/integration/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';

const READ_EVERY_MS = 5_000;
/** Longer than all steps together. */
const RUN_MS = 120_000;

export function integrationQuery(initialData: Integration) {
  return queryOptions({
    queryKey: ['integration'],
    queryFn: ({ signal }) => fetchJson('/api/admin/integration', integrationSchema, { signal }),
    initialData,
    refetchInterval: READ_EVERY_MS,
  });
}

const isErrorCode = (code: string): code is ErrorCode => errorCodes.some((known) => known === code);

const refusalSchema = z.object({
  code: z.string().refine(isErrorCode),
  fields: z.record(z.string(), z.string()).optional(),
});

/** `test` makes one TEST callout, for the given customer or a temporary one. */
export type DoctorRequest = { kind: 'reading' } | { kind: 'test'; customerId: string };

/** Runs the doctor, streaming findings to `onFinding`. Returns the refusal when it did not run. */
export async function runDoctorHere(
  request: DoctorRequest,
  onFinding: (finding: Finding) => void,
): Promise<Refusal | null> {
  const isTest = request.kind === 'test';
  const response = await fetch(`/api/admin/integration/${isTest ? 'test-callout' : 'doctor'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(isTest ? { confirmed: true, customerId: request.customerId } : {}),
    cache: 'no-store',
    signal: AbortSignal.timeout(RUN_MS),
  });
  if (!response.ok || !response.body) {
    const { code, fields } = refusalSchema.parse(await response.json());
    return refuse(code, fields);
  }
  let rest = '';
  for await (const piece of piecesOf(response.body.pipeThrough(new TextDecoderStream()))) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onFinding(findingSchema.parse(JSON.parse(line)));
  }
  return null;
}

// Not every browser's ReadableStream is async iterable.
async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
