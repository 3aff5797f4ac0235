import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { processSingleton } from '#lib/platform/process-singleton.ts';

// What this process counts of itself, in memory. Labels come from closed sets: an id, a name or an address among them
// would grow without end, and tell of a person. Not server-only: server.ts counts before Next is loaded.

type Named<Label extends string> = { name: string; help: string; labelNames?: readonly Label[] };

export function processRegistry(): Registry {
  return processSingleton('metrics', () => new Registry());
}

// By singletons, as bundlers load a module several times, and a registry takes each name once.

export function counter<Label extends string = never>(named: Named<Label>): Counter<Label> {
  return processSingleton(`metric.${named.name}`, () => {
    return new Counter<Label>({ ...named, registers: [processRegistry()] });
  });
}

export function gauge<Label extends string = never>(named: Named<Label>): Gauge<Label> {
  return processSingleton(`metric.${named.name}`, () => {
    return new Gauge<Label>({ ...named, registers: [processRegistry()] });
  });
}

/** A gauge that is read when somebody asks for the metrics. */
export function gaugeOf(named: Named<never>, read: () => number): void {
  processSingleton(`metric.${named.name}`, () => {
    const made: Gauge = new Gauge({
      ...named,
      registers: [processRegistry()],
      collect: () => made.set(read()),
    });
    return made;
  });
}

export function histogram<Label extends string>(
  named: Named<Label> & { buckets: readonly number[] },
): Histogram<Label> {
  return processSingleton(`metric.${named.name}`, () => {
    return new Histogram<Label>({ ...named, buckets: [...named.buckets], registers: [processRegistry()] });
  });
}
