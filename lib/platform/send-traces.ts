import type { ExportResult } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { describeError, log } from '#lib/platform/log.ts';
import { counter } from '#lib/platform/metrics.ts';
import { onShutdown } from '#lib/platform/on-shutdown.ts';
import { recordSpansBy, type Span } from '#lib/platform/trace.ts';

// Sends spans to an OpenTelemetry collector. The library is loaded only where there is one, and nothing of it is made
// global: Next would then trace by itself, with paths and queries.

/** What waits while the collector is slow or away; beyond it spans are dropped. */
const QUEUE = 2_048;
const BATCH = 256;
const EVERY_MS = 2_000;
const SENT_WITHIN_MS = 5_000;

const spans = counter({
  name: 'vigil_spans_total',
  help: 'Spans of traces that the collector took, or did not.',
  labelNames: ['outcome'],
});

type Options = {
  /** Unset: no traces. */
  endpoint: string | undefined;
  service: 'vigil-app' | 'vigil-worker';
  build: string | undefined;
};

/** Never rejects: who is started without its collector works all the same. */
export async function sendTraces({ endpoint, service, build = 'unnamed' }: Options): Promise<void> {
  if (!endpoint) return;
  try {
    const { resourceFromAttributes } = await import('@opentelemetry/resources');
    const { AlwaysOnSampler, BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
    const ids = { traceId: '', spanId: '' };
    const provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.version': build }),
      sampler: new AlwaysOnSampler(),
      idGenerator: { generateTraceId: () => ids.traceId, generateSpanId: () => ids.spanId },
      spanProcessors: [
        new BatchSpanProcessor({
          exporter: await exporterTo(endpoint),
          maxQueueSize: QUEUE,
          maxExportBatchSize: BATCH,
          scheduledDelayMillis: EVERY_MS,
          exportTimeoutMillis: SENT_WITHIN_MS,
        }),
      ],
    });
    const { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } = await import('@opentelemetry/api');
    const tracer = provider.getTracer('vigil');
    const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };
    recordSpansBy((span: Span) => {
      const { traceId, spanId, parentId, name, startedMs: startTime, attributes } = span;
      Object.assign(ids, { traceId, spanId });
      const parent = parentId && { traceId, spanId: parentId, traceFlags: TraceFlags.SAMPLED };
      const around = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
      const made = tracer.startSpan(name, { kind: kinds[span.kind], startTime, attributes }, around);
      if (span.isFailed) made.setStatus({ code: SpanStatusCode.ERROR });
      made.end(span.endedMs);
    });
    // Not a shutdown of it: a last answer may still be on its way.
    onShutdown('sending traces', () => provider.forceFlush());
    log.info('traces are sent to the collector');
  } catch (error) {
    log.error({ error: describeError(error) }, 'traces are not sent');
  }
}

/** The library's, which says to nobody what it could not send. */
async function exporterTo(endpoint: string) {
  const { ExportResultCode } = await import('@opentelemetry/core');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  let wasTaken = true;
  return new (class extends OTLPTraceExporter {
    override export(batch: ReadableSpan[], done: (result: ExportResult) => void): void {
      super.export(batch, (result) => {
        const isTaken = result.code === ExportResultCode.SUCCESS;
        spans.inc({ outcome: isTaken ? 'sent' : 'failed' }, batch.length);
        if (isTaken !== wasTaken) {
          wasTaken = isTaken;
          if (isTaken) log.info('the collector takes traces again');
          else log.warn({ error: describeError(result.error) }, 'the collector does not take traces');
        }
        done(result);
      });
    }
  })({ url: `${endpoint}/v1/traces`, timeoutMillis: SENT_WITHIN_MS });
}
