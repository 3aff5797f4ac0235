import { z } from 'zod';
import { httpUrl } from '#lib/platform/env-fields.ts';

/** Under OpenTelemetry's own names. Plain HTTP will do: a span tells of nobody, and a collector is often next door. */
export const traceSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl
    .optional()
    .describe(
      'Traces are sent to this OpenTelemetry collector, by HTTP, at its /v1/traces: http://collector:4318. Unset: none are made',
    ),
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .optional()
    .describe('Headers that the collector wants, as authorization=Bearer%20<token>, comma-separated'),
};
