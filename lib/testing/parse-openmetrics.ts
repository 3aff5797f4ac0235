// A strict reader of OpenMetrics 1.0.0, which throws for what a lenient one would pass.

export type OpenFamily = { type: string; help: string | null; samples: Map<string, number> };

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/.source;
const ESCAPED = String.raw`(?:[^"\\\n]|\\["\\n])*`;
const LABEL = `[a-zA-Z_][a-zA-Z0-9_]*="${ESCAPED}"`;
const META = new RegExp(`^# (HELP|TYPE|UNIT) (${NAME}) (${ESCAPED})$`);
const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Inf|NaN)`;
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)?\\})? (${NUMBER})$`);
const PARTS: Readonly<Record<string, RegExp>> = {
  gauge: /^$/,
  counter: /^_(total|created)$/,
  histogram: /^_(bucket|sum|count|created)$/,
};
/** Ends that belong to samples, so that a family's own name has none of them. */
const RESERVED = /_(total|created|bucket|count|sum)$/;

/** Each family by its name, in which a counter has no `_total`; samples are keyed by what follows it. */
export function parseOpenMetrics(text: string): Map<string, OpenFamily> {
  if (!text.endsWith('\n# EOF\n')) throw new Error('it does not end with # EOF');
  const families = new Map<string, OpenFamily>();
  let name = '';
  for (const line of text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1)) {
    const [, what, of = '', value = ''] = META.exec(line) ?? [];
    if (what === undefined) {
      addSample(name, families.get(name), line);
      continue;
    }
    if (of !== name) {
      if (families.has(of)) throw new Error(`a second family ${of}`);
      name = of;
      families.set(name, { type: '', help: null, samples: new Map() });
    }
    addMeta(name, families.get(name), what, value);
  }
  for (const [each, family] of families) requireSound(each, family);
  return families;
}

function addMeta(name: string, family: OpenFamily | undefined, what: string, value: string): void {
  if (!family || family.samples.size > 0) throw new Error(`${what} of ${name} after its samples`);
  if (what === 'UNIT') {
    if (!name.endsWith(`_${value}`)) throw new Error(`${name} does not end with its unit ${value}`);
  } else if (what === 'HELP') {
    if (family.help !== null) throw new Error(`a second HELP of ${name}`);
    family.help = value;
  } else {
    if (family.type !== '' || !PARTS[value]) throw new Error(`TYPE ${value} of ${name}`);
    family.type = value;
  }
}

function addSample(name: string, family: OpenFamily | undefined, line: string): void {
  const [, full = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  const part = full.slice(name.length);
  if (!family || !full.startsWith(name) || !PARTS[family.type]?.test(part))
    throw new Error(`no sample of ${name}: ${line}`);
  const names = [...labels.matchAll(/([a-zA-Z_]\w*)="(?:[^"\\]|\\.)*"/g)].map((match) => match[1]);
  if (new Set(names).size !== names.length) throw new Error(`a label twice: ${line}`);
  const key = `${part}${labels && `{${labels}}`}`;
  if (family.samples.has(key)) throw new Error(`a sample twice: ${line}`);
  family.samples.set(key, Number(value.replace('Inf', 'Infinity')));
}

function requireSound(name: string, { type, samples }: OpenFamily): void {
  if (type === '') throw new Error(`${name} has no type`);
  if (RESERVED.test(name)) throw new Error(`${name} ends like a sample`);
  if (type !== 'gauge' && [...samples.values()].some((value) => !(value >= 0)))
    throw new Error(`${name} counts below zero`);
  if (type === 'histogram') requireBuckets(name, samples);
}

/** Each set of labels: bounds ascend as floats, counts do not fall, the last is +Inf and the count; its sum is there. */
function requireBuckets(name: string, samples: ReadonlyMap<string, number>): void {
  const last = new Map<string, { bound: number; count: number }>();
  for (const [key, count] of samples) {
    const le = /^_bucket\{(?:(.*),)?le="([^"]+)"(?:,(.*))?\}$/.exec(key);
    if (key.startsWith('_bucket') && !le) throw new Error(`${name}: a bucket without le: ${key}`);
    if (!le) continue;
    const labels = [le[1], le[3]].filter(Boolean).join(',');
    if (!/^(\+Inf|-?\d+\.\d+|-?\d+(\.\d+)?e[+-]\d+)$/.test(le[2] ?? ''))
      throw new Error(`${name}: no canonical bound: ${key}`);
    const bound = Number((le[2] ?? '').replace('Inf', 'Infinity'));
    const before = last.get(labels);
    if (before && (bound <= before.bound || count < before.count))
      throw new Error(`${name}: ${key} is too small`);
    last.set(labels, { bound, count });
  }
  for (const key of samples.keys()) {
    const rest = /^_(?:sum|count)(?:\{(.*)\})?$/.exec(key);
    if (rest && !last.has(rest[1] ?? '')) throw new Error(`${name}: no buckets of ${key}`);
  }
  for (const [labels, { bound, count }] of last) {
    const own = labels && `{${labels}}`;
    if (bound !== Number.POSITIVE_INFINITY || samples.get(`_count${own}`) !== count)
      throw new Error(`${name}${own} ends too early`);
    if (!samples.has(`_sum${own}`)) throw new Error(`${name}${own} has no sum`);
  }
}
