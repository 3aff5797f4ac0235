// npm run bench:pages -- [--runs N]
// Lighthouse (phone, slow 4G and a four times slower processor, both simulated) at the pages that people open, beside a
// bare page of the same Next: the production build with a database and a sandbox of its own, every page in turn. The
// table has the medians; the reports stay in test-results/bench-pages. Exits with 1 when an aim is missed.
import { mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBarePage } from './bench-pages/bare-page.ts';
import { isWithin, judge, tableOf } from './bench-pages/judge.ts';
import { openLighthouse } from './bench-pages/lighthouse.ts';
import { lacksOfPage } from './bench-pages/manifest.ts';
import { registerPerson } from './bench-pages/person.ts';
import { medianReading, type Reading, readReport } from './bench-pages/reading.ts';
import { ownSecretKey } from './chaos/own-settings.ts';
import { startChaosStack } from './chaos/stack.ts';
import { ensureChromium } from './chromium.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, '.data', 'cache');
const REPORTS = join('test-results', 'bench-pages');
const PUBLIC_PATHS = ['/', '/register', '/sign-in'];

type Target = { readonly name: string; readonly url: string; readonly cookie: string | undefined };

/** Otherwise the pages and the bare page would differ by what serves them. */
async function mustCompress({ name, url, cookie }: Target): Promise<void> {
  const headers = { 'accept-encoding': 'gzip', ...(cookie === undefined ? {} : { cookie }) };
  const answer = await fetch(url, { headers });
  await answer.text();
  const coding = answer.headers.get('content-encoding');
  if (coding !== 'gzip') throw new Error(`${name} comes as ${coding ?? 'it is'}, not as gzip`);
}

/** In turn, so that what else the machine does meets all of them. */
async function measureInTurn(targets: readonly Target[], chromium: string): Promise<Map<string, Reading>> {
  const lighthouse = await openLighthouse(CACHE, chromium);
  console.log(`Lighthouse ${lighthouse.version}, ${runs} runs of ${targets.length} pages …`);
  const readings = new Map<string, Reading[]>(targets.map(({ name }) => [name, []]));
  for (let run = 1; run <= runs; run += 1) {
    for (const { name, url, cookie } of targets) {
      const file = join(REPORTS, `${name.replace('/', '') || 'home'}-${run}.json`);
      const reading = readReport(await lighthouse.report({ url, cookie, file }), url);
      readings.get(name)?.push(reading);
      const { performance, blockingMs, paintedMs } = reading;
      console.log(
        `  ${run}: ${name} ${performance}, ${blockingMs.toFixed(0)} ms, ${(paintedMs / 1_000).toFixed(2)} s`,
      );
    }
  }
  return new Map([...readings].map(([name, all]) => [name, medianReading(all)]));
}

mkdirSync(REPORTS, { recursive: true });
const chromium = ensureChromium(ROOT);
const stack = await startChaosStack('bench-pages', ownSecretKey());
let holds = false;
try {
  const barePage = await startBarePage();
  try {
    const bare: Target = { name: 'bare', url: `${barePage.url}/`, cookie: undefined };
    const pages: Target[] = [
      ...PUBLIC_PATHS.map((path) => ({ name: path, url: `${stack.url}${path}`, cookie: undefined })),
      { name: '/panic', url: `${stack.url}/panic`, cookie: await registerPerson(stack) },
    ];
    for (const target of [bare, ...pages]) await mustCompress(target);
    const before = loadavg();
    const readings = await measureInTurn([bare, ...pages], chromium);
    const readingOf = ({ name }: Target): Reading => {
      const reading = readings.get(name);
      if (!reading) throw new Error(`${name} was not measured`);
      return reading;
    };
    const judged = [];
    for (const page of pages) {
      const lacking = await lacksOfPage(page.url, page.cookie);
      judged.push({ name: page.name, reading: readingOf(page), lacking });
    }
    const rows = judge(readingOf(bare), judged);
    console.log(`\n### Pages beside a bare one, medians of ${runs}\n\n${tableOf(judged, rows)}`);
    for (const { name, reading } of judged) {
      if (reading.failed.length > 0) console.log(`\n${name} failed: ${reading.failed.join(', ')}`);
    }
    const loads = [before, loadavg()].map(([minute = 0]) => minute.toFixed(1));
    console.log(`\n${cpus().length} cores; load before and after: ${loads.join(', ')}`);
    holds = isWithin(rows);
  } finally {
    await barePage.stop();
  }
} finally {
  await stack.stop();
}
process.exit(holds ? 0 : 1);
