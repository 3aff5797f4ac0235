import { describe, expect, test } from 'vitest';
import { checkEntries } from './entries.ts';

const ACTIONS = 'lib/panic/actions.ts';
const ROUTE = 'app/api/panic/route.ts';

const WRAPPED_ACTION = `'use server';
import { action } from '#lib/identity/action.ts';
export type Outcome = null;
`;
const WRAPPED_ROUTE = `import { route } from '#lib/identity/route.ts';
export const dynamic = 'force-dynamic';
`;

const problemsIn = (path: string, text: string) => checkEntries([{ path, text }]).problems;

test.each([
  [ACTIONS, `${WRAPPED_ACTION}export const raiseAction = action(presser, handle);`],
  [ACTIONS, `${WRAPPED_ACTION}function ofItsOwn() {}`],
  [
    'lib/identity/actions.ts',
    `'use server'; import { action } from './action.ts'; export const a = action(x, y);`,
  ],
  [ROUTE, `${WRAPPED_ROUTE}export const POST = route(presser, raisePress);`],
  [
    'app/api/health/live/route.ts',
    `import { openRoute } from '#lib/identity/route.ts'; export const GET = openRoute(async () => json({}));`,
  ],
  ['lib/panic/core/model.ts', 'export function plain() {}'],
])('%s may export what a wrapper made: %s', (path, text) => {
  expect(problemsIn(path, text)).toEqual([]);
});

describe('an entry that forgot its wrapper is found:', () => {
  test.each([
    'export async function raiseAction() {}',
    'export const raiseAction = async () => {};',
    'export default async function () {}',
    'export default action(presser, handle);',
    'export const raiseAction = wrapped(presser, handle);',
    'export const raiseAction = action;',
    'async function raiseAction() {}\nexport { raiseAction };',
    "export { raiseAction } from './raise.ts';",
    "export * from './raise.ts';",
    'export const one = action(presser, handle), two = async () => {};',
  ])('%s', (text) => {
    expect(problemsIn(ACTIONS, WRAPPED_ACTION + text)).toHaveLength(1);
  });

  test.each([
    'export async function POST() {}',
    'export function GET() {}',
    'export const POST = async () => {};',
    'export const GET = openRoute(async () => {});',
    'export const DELETE = withProblems(async () => {});',
    "export { POST } from '../other/route.ts';",
  ])('%s', (text) => {
    expect(problemsIn(ROUTE, WRAPPED_ROUTE + text)).toHaveLength(1);
  });

  test('by a wrapper of the same name that is another', () => {
    const action = `'use server'; import { action } from './own.ts'; export const a = action(b, c);`;
    expect(problemsIn(ACTIONS, action)).toHaveLength(1);
    const route = 'function route() {}\nexport const GET = route();';
    expect(problemsIn(ROUTE, route)).toHaveLength(1);
    const renamed = `'use server'; import { open as action } from '#lib/identity/action.ts'; export const a = action(b);`;
    expect(problemsIn(ACTIONS, renamed)).toHaveLength(1);
  });

  test('inside a component, where no sweep would look for it', () => {
    const text = `export function Page() { async function save() { 'use server'; } return null; }`;
    expect(problemsIn('app/(person)/profile/page.tsx', text)).toEqual([
      'app/(person)/profile/page.tsx:1: a server action belongs in actions.ts',
    ]);
  });

  test('in a file of actions under another name', () => {
    const text = `${WRAPPED_ACTION}export const raiseAction = action(presser, handle);`;
    expect(problemsIn('components/panic/raise.ts', text)).toHaveLength(1);
  });
});
