import { type FactId, factIds, facts, inventions } from '#lib/aura/contract/facts.ts';
import { closedStatus, type Evidence, type Operation } from '#lib/aura/contract/operation.ts';
import { evidenceReadOn, type OperationId, operationIds, rowOf } from '#lib/aura/contract/operations.ts';
import { type SwitchName, switches, switchNames } from '#sandbox/control/switches.ts';

const meanings: Record<Evidence, string> = {
  G2: "AURA's current documentation",
  G1: "older pages of AURA's documentation; paths useful, bodies often wrong",
  '3P': 'public code that calls the API',
  INF: 'our inference, never a fact',
};

const replays: Record<Operation['replay'], string> = {
  read: 'changes nothing',
  replace: 'leaves the same state when it is repeated',
  'returns-existing': 'returns the active callout instead of making a second one',
  unsafe: 'may do its work twice, so it is never repeated after it was sent',
};

/** From weakest to strongest evidence. */
const doubt: readonly Evidence[] = ['INF', '3P', 'G1', 'G2'];

/** Renders docs/aura.md from the contract. */
export function auraPage(): string {
  return [
    '# AURA, as we know it',
    'Generated from `lib/aura/contract` by `npm run aura:docs`; do not edit. ' +
      `The evidence was last read on ${evidenceReadOn}. Nothing here was tried against AURA itself: ` +
      '`npm run conformance -- --base-url … --read-only` does that.',
    ['| mark | meaning |', '| --- | --- |', ...Object.entries(meanings).map(row)].join('\n'),
    '## What we use',
    usage(),
    '## What is known, how surely, and the switches that doubt it',
    'Each row of the contract and each fact beside it. Where no switch stands, AURA’s pages leave nothing open that the ' +
      'client depends on; an assumed path is set right by the client’s `paths`. Sentences that people ' +
      'read about AURA stand under these facts in [aura-sentences.md](aura-sentences.md).',
    knowledge(),
    '## Keys that nobody documents',
    'Inventions of ours: the sandbox answers with them because something has to stand there, and the client finds ' +
      'what it needs under other names too. They are no evidence.',
    invented(),
    '## What repeating a call does',
    ['| class | a call that |', '| --- | --- |', ...Object.entries(replays).map(row)].join('\n'),
    `Status ${closedStatus} lies in the 2xx range and means that the callout is closed. ` +
      `These operations read it as \`{closed: true, callout}\`: ${closable()}.`,
    '## Hosted pages',
    'A URL from AURA is a bearer secret and sends a person somewhere, so the client gives out only https to allowed ' +
      'hosts (`trackingHosts`; http on this machine for the sandbox). A callout is never lost because of its URL: ' +
      'a bad one makes `url` null and says why in `urlProblem` (`missing`, `not_https`, `host_not_allowed`). ' +
      'Where the answer is worth nothing without its URL, a bad one is an error of kind `contract`.',
    '## Paths that no page shows',
    `Assumed, and set right with the client's \`paths\` option: ${assumedPaths()}.`,
    '## What to verify on staging first',
    verification(),
    '## What AURA leaves open',
    'Each doubt is a switch of the sandbox; the first position is the one we think likelier, and the client holds in all of them.',
    openQuestions(),
    '',
  ].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function usage(): string {
  const rows = operationIds.map((id) => {
    const { method, path, evidence, auth, replay, deadlineMs, refusals, summary } = rowOf(id);
    const bearer = auth === 'callout' ? 'server or callout' : auth;
    return row([
      `\`${id}\``,
      summary,
      `\`${method} ${path}\``,
      bearer,
      replay,
      `${deadlineMs / 1000} s`,
      refusals.join(', '),
      `${evidence.path} / ${evidence.bodies}`,
    ]);
  });
  const heads = [
    'operation',
    'what for',
    'call',
    'bearer',
    'replay',
    'budget',
    'named refusals',
    'path / bodies',
  ];
  return [row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

/** Table of facts, evidence and switches. */
function knowledge(): string {
  const rows = operationIds.map((id) => {
    const { path, bodies, source } = rowOf(id).evidence;
    const fact = `\`${id}\`: ${rowOf(id).summary}`;
    const doubts = [switchesAbout([id]), path === 'INF' ? 'assumed path' : ''].filter(Boolean);
    return row([fact, `${path} path, ${bodies} bodies: ${source}`, doubts.join(', ')]);
  });
  const beside = factIds.map((id) => {
    const { fact, evidence, source } = facts[id];
    const doubts = doubtsOf(id).map((name) => `\`${name}\``);
    return row([`\`${id}\`: ${fact}`, `${evidence}: ${source}`, doubts.join(', ')]);
  });
  return ['| fact | evidence | switch |', '| --- | --- | --- |', ...rows, ...beside].join('\n');
}

/** Switches about a fact; throws on unknown fact ids. */
function doubtsOf(id: FactId): SwitchName[] {
  const fact = facts[id];
  const names: readonly string[] = 'doubtedBy' in fact ? fact.doubtedBy : [];
  const known = switchNames.filter((name) => names.includes(name));
  if (known.length !== names.length) throw new Error(`${id} names a switch that there is not`);
  return known;
}

function switchesAbout(ids: readonly OperationId[]): string {
  const isAbout = (name: SwitchName) => ids.some((id) => switches[name].of.some((one) => one === id));
  return switchNames
    .filter(isAbout)
    .map((name) => `\`${name}\``)
    .join(', ');
}

function invented(): string {
  const rows = inventions.map(({ key, where, why }) => row([`\`${key}\``, `\`${where}\``, why]));
  return ['| key | answered by | why it is one |', '| --- | --- | --- |', ...rows].join('\n');
}

function closable(): string {
  return operationIds
    .filter((id) => rowOf(id).closed)
    .map((id) => `\`${id}\``)
    .join(', ');
}

function assumedPaths(): string {
  return operationIds
    .filter((id) => rowOf(id).evidence.path === 'INF')
    .map((id) => `\`${id}\``)
    .join(', ');
}

function verification(): string {
  const sureness = (id: OperationId) => {
    const { path, bodies } = rowOf(id).evidence;
    return Math.min(doubt.indexOf(path), doubt.indexOf(bodies));
  };
  const ordered = [...operationIds].sort((one, other) => sureness(one) - sureness(other));
  const rows = ordered.map((id) => {
    const { path, bodies, verify, source } = rowOf(id).evidence;
    return row([`\`${id}\``, `${path} / ${bodies}`, verify ?? '', source]);
  });
  return ['| operation | path / bodies | look at | source |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function openQuestions(): string {
  const rows = switchNames.map((name) =>
    row([`\`${name}\``, switches[name].doubt, switches[name].positions.join(' · ')]),
  );
  return ['| switch | doubt | positions |', '| --- | --- | --- |', ...rows].join('\n');
}
