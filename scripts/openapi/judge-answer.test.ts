import { expect, test } from 'vitest';
import { judgeAnswers, type Recorded, readDocument } from './judge-answer.ts';

const judge = judgeAnswers(readDocument());

const RECEIPT: Recorded = {
  method: 'POST',
  path: '/api/panic',
  status: 202,
  type: 'application/json; charset=utf-8',
  body: '{"pressId":"x","state":"recorded"}',
};
const PROBLEM = { code: 'session.required', title: 'A', detail: 'B', status: 401, requestId: 'C' };

const answer = (changed: Partial<Recorded>) => judge({ ...RECEIPT, ...changed });

test('an answer as the document says passes', () => {
  expect(answer({})).toEqual([]);
  expect(answer({ status: 303, type: null, body: '' })).toEqual([]);
  const refused = { status: 401, type: 'application/problem+json', body: JSON.stringify(PROBLEM) };
  expect(answer(refused)).toEqual([]);
  expect(answer({ path: '/api/callouts/7', method: 'GET', ...refused })).toEqual([]);
});

test.each([
  ['a route that is not there', { path: '/api/unheard-of' }],
  ['a status that is not there', { status: 204 }],
  ['a method that is not there', { method: 'PUT' }],
  ['another type', { type: 'text/html' }],
  ['no type', { type: null }],
  ['a member that is missing', { body: '{"state":"recorded"}' }],
  ['a value that is not there', { body: '{"pressId":"x","state":"lost"}' }],
  ['a refusal that is no problem document', { status: 500, type: 'text/html', body: '<h1>' }],
  ['a refusal without its code', { status: 400, type: 'application/problem+json', body: '{"title":"A"}' }],
  [
    'a refusal by a code of nobody',
    { status: 400, type: 'application/problem+json', body: JSON.stringify({ ...PROBLEM, code: 'nothing' }) },
  ],
])('%s fails', (_what, changed) => {
  expect(answer(changed)).not.toEqual([]);
});

test('routes of our own pages, and pages, are not judged', () => {
  for (const path of ['/api/changes', '/api/admin/attention', '/api/callouts/7/messages', '/panic'])
    expect(answer({ path, status: 299 }), path).toEqual([]);
});
