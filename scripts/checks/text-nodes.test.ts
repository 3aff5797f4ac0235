import { expect, test } from 'vitest';
import { checkTextNodes } from './text-nodes.ts';

const problemsIn = (jsx: string, before = '') =>
  checkTextNodes([{ path: 'components/some.tsx', text: `${before}\nexport const Some = () => ${jsx};` }])
    .problems;

test.each([
  '<p>Callout {id}</p>',
  '<p>{count} open</p>',
  '<p>{name} {surname}</p>',
  '<p>{isOpen ? <b>open</b> : null} since then</p>',
  '<p><b>Now</b> {isOpen ? "open" : "closed"}</p>',
  '<p><b>Now</b> {at.toISOString()}</p>',
  '<>{text}</>',
  '<ul>{isNew && "new"}<li>one</li></ul>',
])('a translator would keep %s from changing', (jsx) => {
  expect(problemsIn(jsx)).toHaveLength(1);
});

test.each([
  '<p>{text}</p>',
  '<p>{calloutWords(id)}</p>',
  '<p>Only <b>words</b> that never change</p>',
  '<p><b>Now</b> <span>{isOpen ? "open" : "closed"}</span></p>',
  '<ul>{items.map((item) => <li key={item}>{item}</li>)}<li>last</li></ul>',
  "<p><span>{text}</span>{' '}{isOpen ? <b>open</b> : null}</p>",
  '<p>{/* why */}words</p>',
])('%s changes whatever a translator did', (jsx) => {
  expect(problemsIn(jsx)).toEqual([]);
});

test('what is typed as a node is not taken for a text', () => {
  expect(problemsIn('<div>{children}<i /></div>', 'type Props = { children: ReactNode };')).toEqual([]);
  expect(problemsIn('<div>{label}<i /></div>', 'type Props = { label: string };')).toHaveLength(1);
});
