// Who may import whom: docs/architecture.md in executable form. scripts/checks/layers.test.ts holds, for each
// rule, an import that must be refused and imports that must pass.

const INTERFACE = '^(app|components)/';
const COMPOSITION = '^(app|worker|server|proxy|instrumentation)(/|\\.ts)';
const TESTS = '\\.test\\.tsx?$|^lib/testing/|^(e2e|scripts)/';
const SHOWN_TO_BROWSER = '^lib/.+/(schema|answers|(facts-)?model|queries|actions)\\.ts$';
// Files that hold no secret, no connection and no server API.
const PLAIN =
  '^lib/(vocabulary|geo/reading|languages/(languages|translate|english|brand-name|en/[a-z-]+)|platform/(backoff|browser-fetch|clock|typed-text)|errors/[a-z-]+)\\.ts$';

const STORE = '^lib/.+/[a-z-]*store\\.ts$';

/** The rooms of lib, from the ground up: each may import those before it. */
export const ROOMS = [
  'aura',
  'errors',
  'languages',
  'platform',
  'vocabulary',
  'geo',
  'db',
  'live',
  'upstream',
  'identity',
  'push',
  'callouts',
  'customers',
  'operators',
  'hooks',
  'coverage',
  'following',
  'panic',
  'webhooks',
  'integration',
  'console',
  'privacy',
  'testing',
];
/** @param {readonly string[]} rooms */
const filesOf = (rooms) => `^lib/(${rooms.join('|')})(/|\\.ts$)`;

/**
 * A rule of the form "importing `to` from `from` is an error".
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** @param {string[]} packages */
const npm = (...packages) => `(^|/)node_modules/(${packages.join('|')})/`;

export const forbidden = [
  never('no-cycle', 'a cycle is two modules that are one', {}, { circular: true }),
  never('resolvable', 'what cannot be found cannot be checked', {}, { couldNotResolve: true }),
  ...ROOMS.slice(0, -1).map((room, at) =>
    never(
      'rooms-look-down',
      'a room of lib imports only rooms below it',
      { path: filesOf([room]), pathNot: TESTS },
      { path: filesOf(ROOMS.slice(at + 1)) },
    ),
  ),
  never(
    'rooms-have-a-place',
    'a room that is not among ROOMS could look anywhere',
    { path: '^lib/', pathNot: filesOf(ROOMS) },
    {},
  ),
  never(
    'platform-knows-no-feature',
    'platform could serve another product: the catalogue of errors is all that it knows of this one',
    { path: '^lib/platform/', pathNot: TESTS },
    { path: '^lib/', pathNot: '^lib/(platform|errors)/' },
  ),
  never('app-on-top', 'nothing imports the routes', { pathNot: `^app/|${TESTS}` }, { path: '^app/' }),
  never(
    'lib-below-components',
    'lib works without an interface',
    { path: '^lib/' },
    { path: '^components/' },
  ),
  never(
    'components-see-the-browser-side',
    'a component reaches a feature by schema, answers, model, queries and actions only',
    { path: '^components/', pathNot: TESTS },
    { path: '^lib/', pathNot: `${SHOWN_TO_BROWSER}|${PLAIN}` },
  ),
  never(
    'ui-has-no-domain',
    'components/ui knows no word of ours',
    { path: '^components/ui/' },
    { path: '^(lib|components)/', pathNot: '^components/ui/|^lib/languages/|^lib/platform/clock\\.ts$' },
  ),
  never(
    'store-behind-verbs',
    'routes, pages, actions and jobs call verbs, never SQL',
    { path: `${COMPOSITION}|^lib/.+/(actions|queries|model|schema|answers)\\.ts$`, pathNot: TESTS },
    { path: STORE },
  ),
  // A store is for its own folder and for the rooms in it.
  never(
    'store-stays-inside',
    'another room uses what records.ts or a verb offers, never SQL; the console may read any table',
    { path: '^lib/([^/]+)/[^/]+$', pathNot: TESTS },
    { path: STORE, pathNot: '^lib/$1/[a-z-]*store\\.ts$' },
  ),
  never(
    'store-stays-inside',
    'another room uses what records.ts or a verb offers, never SQL; the console may read any table',
    { path: '^lib/([^/]+)/([^/]+)/[^/]+$', pathNot: `^lib/console/|${TESTS}` },
    { path: STORE, pathNot: '^lib/$1/($2/)?[a-z-]*store\\.ts$' },
  ),
  never(
    'aura-behind-verbs',
    'routes, pages, actions and jobs call verbs, never AURA',
    {
      path: `${COMPOSITION}|^lib/.+/(actions|queries|model|schema|answers|[a-z-]*store)\\.ts$`,
      pathNot: TESTS,
    },
    { path: '^lib/.+/aura\\.ts$' },
  ),
  never(
    'database-in-stores',
    'only stores, rooms below the features and the worker’s runner speak to the database',
    {
      pathNot: `[/-]store\\.ts$|^lib/(identity|db|live|upstream)/|^lib/platform/outbox\\.ts$|^worker/|^drizzle\\.config\\.ts$|${TESTS}`,
    },
    // Whether a press could be recorded is said in words, to whoever asks.
    { path: `^lib/db/|${npm('pg', 'drizzle-orm')}`, pathNot: '^lib/db/readiness\\.ts$' },
  ),
  never(
    'aura-in-one-file',
    'only a feature’s aura.ts and the one client import lib/aura',
    { pathNot: `^lib/.+/aura\\.ts$|^lib/upstream/aura-client\\.ts$|^lib/aura/|^sandbox/|${TESTS}` },
    { path: '^lib/aura/' },
  ),
  never(
    'aura-errors-read-once',
    'callAura turns AuraError into a value for every verb',
    { path: '^(app|components|lib|worker)/', pathNot: `^lib/[a-z]+/aura-client\\.ts$|^lib/aura/|${TESTS}` },
    { path: '^lib/aura/error\\.ts$' },
  ),
  never(
    'aura-stands-alone',
    'lib/aura could be published: zod and itself',
    { path: '^lib/aura/', pathNot: TESTS },
    { pathNot: `^lib/aura/|${npm('zod')}`, dependencyTypesNot: ['core'] },
  ),
  never(
    'sandbox-knows-the-contract-only',
    'the sandbox imports lib/aura/contract and nothing else of the app',
    { path: '^sandbox/', pathNot: TESTS },
    { path: '^(app|components|lib|worker|scripts|e2e)/', pathNot: '^lib/aura/contract/' },
  ),
  never(
    'sandbox-stays-out',
    'the app reaches the sandbox over HTTP, as it reaches AURA',
    { path: '^(app|components|lib|worker|server|proxy|instrumentation)(/|\\.ts)', pathNot: TESTS },
    { path: '^sandbox/' },
  ),
  never(
    'next-at-the-edge',
    'Next.js appears in routes, components, actions and one adapter',
    {
      path: '^(lib|sandbox|worker)/',
      pathNot: `^lib/.+/actions\\.ts$|^lib/identity/next-adapter\\.ts$|${TESTS}`,
    },
    { path: npm('next') },
  ),
  never(
    'react-in-queries-only',
    'lib has no interface',
    { path: '^(lib|sandbox|worker)/', pathNot: '/queries\\.ts$' },
    { path: npm('react', 'react-dom', '@tanstack/react-query') },
  ),
  never(
    'rules-are-pure',
    'schema, answers and model run in the browser and in property tests: no server, no verb, no clock',
    { path: '^lib/.+/(schema|answers|(facts-)?model)\\.ts$', pathNot: '^lib/aura/' },
    {
      pathNot: `^lib/.+/(schema|answers|(facts-)?model)\\.ts$|^lib/(vocabulary|geo/reading|errors/(errors|press-errors|result)|languages/languages|platform/(answer-parts|backoff|clock-skew|typed-text|zone))\\.ts$|${npm('zod', 'libphonenumber-js')}`,
    },
  ),
  never(
    'protocol-is-pure',
    'the core of the press protocol decides, and the simulator drives it: no clock, database, network or chance',
    { path: '^lib/panic/core/', pathNot: TESTS },
    {
      pathNot:
        '^lib/panic/core/|^lib/[^/]+/(schema|answers|model)\\.ts$|^lib/(vocabulary|platform/backoff)\\.ts$',
    },
  ),
  never(
    'tests-stay-out',
    'what ships does not import tests or scripts',
    { path: `${INTERFACE}|^(lib|sandbox|worker)/`, pathNot: TESTS },
    { path: TESTS },
  ),
];

export const options = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(\\.next|node_modules)/' },
  // Type-only imports bind layers together as firmly as any other.
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types', 'style'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.css', '.json'],
  },
};
