import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { processMetrics } from '#lib/integration/process-metrics.ts';
import { METRICS_FORMATS, renderMetrics } from '#lib/integration/render-metrics.ts';

/** Metrics of this process alone: the worker's, which leaves those of the deployment to the app. */
export const readProcessMetrics = verb(
  'metrics.read',
  z.object({ format: z.enum(METRICS_FORMATS).default('text') }),
  async (_actor, { format }) => ok({ text: await renderMetrics(await processMetrics(), format), format }),
);
