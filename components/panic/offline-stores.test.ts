import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, FakeCaches, startWorker } from '#lib/testing/fake-service-worker.ts';

const PAGES = ['/panic', '/offline'];
const FILES = ['app.js', 'page.js', 'look.css'];
const build = fc.constantFrom('a', 'b', 'c');

/** The sheet needs no file; to see that its store would be whole all the same, it is given some here. */
function page(path: string, name: string): string {
  const files = FILES.map((file) => `"/_next/static/chunks/${name}-${file}?dpl=${name}"`);
  return `<html data-dpl-id="${name}">${path} ${files.join(' ')}</html>`;
}

/** What is wrong with what would be served now: each page is to be there, with all that it names beside it. */
function faultsOf({ stores }: FakeCaches): string[] {
  const newestFirst = [...stores.values()].reverse();
  return PAGES.flatMap((path) => {
    const store = newestFirst.find((each) => each.has(path));
    if (!store) return [`${path} is gone`];
    const needed = store.get(path)?.body.match(/\/_next\/static\/[\w./-]+/g) ?? [];
    return needed.filter((file) => !store.has(file)).map((file) => `${path} lacks ${file}`);
  });
}

type Site = { builds: readonly string[]; isBroken: (file: string) => boolean };

/** A site whose instances run several builds: a page comes from whichever answers. */
function siteOf(scheduler: fc.Scheduler, { builds, isBroken }: Site) {
  let asked = 0;
  return async (path: string) => {
    await scheduler.schedule(Promise.resolve());
    if (PAGES.includes(path)) {
      asked += 1;
      return answerOf(page(path, builds[asked % builds.length] ?? 'a'));
    }
    return isBroken(path) ? answerOf('', 502) : answerOf(path);
  };
}

/** Goes through all steps of some work in the order of the scheduler, and looks at the stores after each change. */
async function runWatched(
  scheduler: fc.Scheduler,
  caches: FakeCaches,
  work: Promise<unknown>,
): Promise<void> {
  const faults = new Set<string>();
  caches.onChange = () => {
    for (const fault of faultsOf(caches)) faults.add(fault);
  };
  await scheduler.waitFor(work);
  expect([...faults]).toEqual([]);
}

describe('the stores of the service worker', () => {
  it('keep both pages whole at every moment, whichever renewals run side by side', async () => {
    const world = fc.record({
      scheduler: fc.scheduler(),
      builds: fc.array(build, { minLength: 1, maxLength: 12 }),
      broken: fc.subarray(['b-app.js', 'b-page.js', 'c-look.css']),
      renewals: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ scheduler, builds, broken, renewals }) => {
        const isBroken = (file: string) => broken.some((name) => file.endsWith(name));
        const pause = () => scheduler.schedule(Promise.resolve());
        let server = siteOf(scheduler, { builds: ['a'], isBroken: () => false });
        const answer = (path: string) => server(path);
        const caches = new FakeCaches(pause, answer);
        const dispatch = startWorker(caches, answer);
        await scheduler.waitFor(dispatch('install'));
        server = siteOf(scheduler, { builds, isBroken });
        const all = Array.from({ length: renewals }, () => dispatch('message', { type: 'renew' }));
        await runWatched(scheduler, caches, Promise.all(all));
      }),
      { numRuns: 300 },
    );
  });

  it('keep both pages whole while a new version of the worker installs beside the old one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), build, build, async (scheduler, ofOld, ofNew) => {
        const pause = () => scheduler.schedule(Promise.resolve());
        const at = (name: string) => siteOf(scheduler, { builds: [name], isBroken: () => false });
        const caches = new FakeCaches(pause, at(ofOld));
        await scheduler.waitFor(startWorker(caches, at('a'))('install'));
        const renewed = startWorker(caches, at(ofOld))('message', { type: 'renew' });
        const installed = startWorker(caches, at(ofNew))('install');
        await runWatched(scheduler, caches, Promise.all([renewed, installed]));
      }),
      { numRuns: 300 },
    );
  });

  const immediately = async () => undefined;

  it('end with the one store of the newest build, and keep the older while the newer is not whole', async () => {
    let builds = 'a';
    let isBroken = false;
    const server = async (path: string) => {
      if (PAGES.includes(path)) return answerOf(page(path, builds));
      return isBroken ? answerOf('', 502) : answerOf(path);
    };
    const caches = new FakeCaches(immediately, server);
    const dispatch = startWorker(caches, server);
    await dispatch('install');
    expect([...caches.stores.keys()]).toEqual(['vigil-build-a']);
    builds = 'b';
    isBroken = true;
    await dispatch('message', { type: 'renew' });
    expect(caches.stores.has('vigil-build-a')).toBe(true);
    expect(faultsOf(caches)).toEqual([]);
    isBroken = false;
    await dispatch('message', { type: 'renew' });
    expect([...caches.stores.keys()]).toEqual(['vigil-build-b']);
    expect(faultsOf(caches)).toEqual([]);
  });

  it('forget the panic page of every build when its person is gone, and keep the call sheet', async () => {
    let isSignedIn = true;
    const server = async (path: string) => {
      if (path === '/panic' && !isSignedIn) return answerOf('', 0, 'opaqueredirect');
      return PAGES.includes(path) ? answerOf(page(path, 'a')) : answerOf(path);
    };
    const caches = new FakeCaches(immediately, server);
    const dispatch = startWorker(caches, server);
    await dispatch('install');
    isSignedIn = false;
    await dispatch('message', { type: 'renew' });
    expect(faultsOf(caches)).toEqual(['/panic is gone']);
  });

  it('store no panic page that was requested before its person signed out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const server = siteOf(scheduler, { builds: ['a', 'b'], isBroken: () => false });
        const caches = new FakeCaches(() => scheduler.schedule(Promise.resolve()), server);
        const dispatch = startWorker(caches, server);
        const renewed = dispatch('message', { type: 'renew' });
        const signedOut = dispatch('message', { type: 'sign-out' });
        await scheduler.waitFor(Promise.all([renewed, signedOut]));
        expect([...caches.stores.values()].filter((store) => store.has('/panic'))).toEqual([]);
      }),
    );
  });
});
