// A strict reader of the Prometheus text format 0.0.4, which throws for what a lenient one would pass.

type Metric = { type: string; help: string; samples: Map<string, number> };

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/.source;
const LABEL = String.raw`[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*"`;
const HELP_LINE = new RegExp(`^# HELP (${NAME}) ((?:[^\\\\]|\\\\[\\\\n])+)$`);
const TYPE_LINE = new RegExp(`^# TYPE (${NAME}) (gauge|counter|histogram)$`);
const SAMPLE_LINE = new RegExp(
  `^(${NAME})(\\{${LABEL}(?:,${LABEL})*\\})? ([+-]?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|Inf|NaN))$`,
);
const PARTS: Readonly<Record<string, RegExp>> = {
  gauge: /^$/,
  counter: /^$/,
  histogram: /^_(bucket|sum|count)$/,
};

/**
 * Each family by its name: whole, once, with help and type before its samples, which are keyed by what follows the name of
 * the family, as in `{kind="real"}` or `_bucket{le="1"}`.
 */
export function parseMetrics(text: string): Map<string, Metric> {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const metrics = new Map<string, Metric>();
  let name = '';
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const help = HELP_LINE.exec(line);
    const type = TYPE_LINE.exec(line);
    if (help) {
      name = help[1] ?? '';
      if (metrics.has(name)) throw new Error(`a second family ${name}`);
      metrics.set(name, { type: '', help: help[2] ?? '', samples: new Map() });
      continue;
    }
    const metric = metrics.get(name);
    if (!metric) throw new Error(`before any family: ${line}`);
    if (type) {
      if (type[1] !== name || metric.type !== '') throw new Error(`out of place: ${line}`);
      metric.type = type[2] ?? '';
    } else addSample(name, metric, line);
  }
  for (const [each, metric] of metrics) requireSound(each, metric);
  return metrics;
}

function addSample(name: string, { type, samples }: Metric, line: string): void {
  const sample = SAMPLE_LINE.exec(line);
  const [, full = '', labels = '', value = ''] = sample ?? [];
  const part = full.slice(name.length);
  if (!sample || !full.startsWith(name) || !PARTS[type]?.test(part))
    throw new Error(`no sample of ${name}: ${line}`);
  const names = [...labels.matchAll(/([a-zA-Z_]\w*)="(?:[^"\\]|\\.)*"/g)].map((match) => match[1]);
  if (new Set(names).size !== names.length) throw new Error(`a label twice: ${line}`);
  if (samples.has(part + labels)) throw new Error(`a sample twice: ${line}`);
  samples.set(part + labels, Number(value.replace('Inf', 'Infinity')));
}

function requireSound(name: string, { type, samples }: Metric): void {
  if (type === '') throw new Error(`${name} has no type`);
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`${name} is a counter without _total`);
  if (type !== 'gauge' && [...samples.values()].some((value) => !(value >= 0))) {
    throw new Error(`${name} counts below zero`);
  }
  if (type === 'histogram') requireCumulative(name, samples);
}

/** The buckets of each set of labels grow, end with +Inf, and that is their count. */
function requireCumulative(name: string, samples: ReadonlyMap<string, number>): void {
  const last = new Map<string, { bound: number; count: number }>();
  for (const [key, count] of samples) {
    const le = /^_bucket\{(?:(.*),)?le="([^"]+)"(?:,(.*))?\}$/.exec(key);
    if (!le) continue;
    const labels = [le[1], le[3]].filter(Boolean).join(',');
    const bound = Number((le[2] ?? '').replace('Inf', 'Infinity'));
    const before = last.get(labels);
    if (before && (bound <= before.bound || count < before.count))
      throw new Error(`${name}: ${key} is too small`);
    last.set(labels, { bound, count });
  }
  for (const [labels, { bound, count }] of last) {
    const total = samples.get(`_count${labels && `{${labels}}`}`);
    if (bound !== Number.POSITIVE_INFINITY || total !== count)
      throw new Error(`${name}{${labels}} ends too early`);
  }
}
