import { z } from 'zod';

// What a report of Lighthouse says of a page, and the middle one of several.

/** The categories asked for, as Lighthouse names them. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

export type Reading = {
  /** Scores, 0 to 100. */
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly blockingMs: number;
  readonly paintedMs: number;
  /** As they come over the wire. */
  readonly scriptKb: number;
  /** Audits that cost points of accessibility or best practices. */
  readonly failed: readonly string[];
};

const categorySchema = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const numberSchema = z.object({ numericValue: z.number() });
const reportSchema = z.object({
  finalDisplayedUrl: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.object({
    performance: categorySchema,
    accessibility: categorySchema,
    'best-practices': categorySchema,
  }),
  audits: z
    .object({
      'total-blocking-time': numberSchema,
      'largest-contentful-paint': numberSchema,
      'resource-summary': z.object({
        details: z.object({
          items: z.array(z.object({ resourceType: z.string(), transferSize: z.number() })),
        }),
      }),
    })
    .catchall(z.object({ score: z.number().nullish() })),
});
const troubleSchema = z.object({ runtimeError: z.object({ message: z.string() }) });

const KILOBYTE = 1_024;
const percent = (score: number): number => Math.round(score * 100);

/** Throws when Lighthouse did not measure the page that was asked for. */
export function readReport(json: string, asked: string): Reading {
  const given: unknown = JSON.parse(json);
  const trouble = troubleSchema.safeParse(given);
  if (trouble.success) throw new Error(`Lighthouse at ${asked}: ${trouble.data.runtimeError.message}`);
  const { finalDisplayedUrl, categories, audits } = reportSchema.parse(given);
  if (finalDisplayedUrl !== asked) throw new Error(`${asked} led to ${finalDisplayedUrl}`);
  const scripts = audits['resource-summary'].details.items.find((item) => item.resourceType === 'script');
  const judged = [categories.accessibility, categories['best-practices']].flatMap((each) => each.auditRefs);
  const failed = judged.filter(({ id, weight }) => {
    const score = scoreOf(audits[id]);
    return weight > 0 && score !== null && score < 1;
  });
  return {
    performance: percent(categories.performance.score),
    accessibility: percent(categories.accessibility.score),
    bestPractices: percent(categories['best-practices'].score),
    blockingMs: audits['total-blocking-time'].numericValue,
    paintedMs: audits['largest-contentful-paint'].numericValue,
    scriptKb: (scripts?.transferSize ?? 0) / KILOBYTE,
    failed: failed.map(({ id }) => id),
  };
}

/** Null where an audit does not apply. */
function scoreOf(audit: unknown): number | null {
  const read = z.object({ score: z.number() }).safeParse(audit);
  return read.success ? read.data.score : null;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (low + high) / 2;
}

/** Each figure's own median: one run may be the middle one of one figure and not of another. */
export function medianReading(readings: readonly Reading[]): Reading {
  const of = (figure: Exclude<keyof Reading, 'failed'>) => median(readings.map((each) => each[figure]));
  return {
    performance: of('performance'),
    accessibility: of('accessibility'),
    bestPractices: of('bestPractices'),
    blockingMs: of('blockingMs'),
    paintedMs: of('paintedMs'),
    scriptKb: of('scriptKb'),
    failed: [...new Set(readings.flatMap(({ failed }) => failed))],
  };
}
