import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { describeError, isExpected, log, sendConsoleToLog } from '#lib/platform/log.ts';

const SECRET = 'c4n4ry';

function failWith(message: string, more: Record<string, unknown> = {}): Error {
  return Object.assign(new Error(message), more);
}

const nothing = () => undefined;
const consoleOf = () => ({ error: nothing, warn: nothing, info: nothing, log: nothing, debug: nothing });

test('an error is described by its class, its code and where it happened, never by its message', () => {
  const words = fc.string({ maxLength: 60 }).map((text) => `${SECRET} ${text}\n    at ${SECRET}`);
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (text) => {
      const described = describeError(failWith(`${SECRET}${text}`, { code: '23505' }));
      expect(described).toMatchObject({ type: 'Error', errorCode: '23505' });
      expect(described.stack).toContain('log.test.ts');
      expect(JSON.stringify(described)).not.toContain(SECRET);
    }),
  );
  fc.assert(
    fc.property(words, (message) => {
      expect(JSON.stringify(describeError(failWith(message)))).not.toContain(SECRET);
    }),
  );
});

test('what an error carries beside its message is left out, also in its causes', () => {
  const cause = failWith(SECRET, { parameters: [SECRET], detail: `Key (mobile)=(${SECRET})` });
  const error = new TypeError(SECRET, { cause });
  Object.assign(error, { response: { headers: { authorization: SECRET } }, url: SECRET });
  const described = describeError(error);
  expect(described).toMatchObject({ type: 'TypeError', cause: { type: 'Error' } });
  expect(JSON.stringify(described)).not.toContain(SECRET);
});

test.each([SECRET, { message: SECRET }, [SECRET], undefined, null])(
  'what is thrown without being an error is told by its type only',
  (thrown) => {
    expect(describeError(thrown)).toEqual({ type: typeof thrown });
  },
);

test('an error that is its own cause is described all the same', () => {
  const error = new Error('loop');
  error.cause = error;
  expect(describeError(error)).toMatchObject({ type: 'Error' });
});

test('what a library prints of an error reaches the log without its message', () => {
  const said = vi.spyOn(log, 'error').mockReturnValue();
  const output = consoleOf();
  sendConsoleToLog(output);
  const failure = failWith(`Failed query, params: ${SECRET}`, { params: [SECRET] });
  const print: (...printed: unknown[]) => void = output.error;
  print('⨯', failure, { params: [SECRET] }, `Error: ${SECRET}`, `unhandled\n${SECRET}`);
  expect(said.mock.calls[0]?.[0]).toMatchObject({
    printed: ['⨯', { type: 'Error' }, { type: 'object' }, 'Error', 'unhandled'],
  });
  expect(JSON.stringify(said.mock.calls)).not.toContain(SECRET);
  said.mockRestore();
});

test('whatever a library prints becomes a line of the log, of its own level', () => {
  const output = consoleOf();
  sendConsoleToLog(output);
  for (const [method, level] of [
    ['error', 'error'],
    ['warn', 'warn'],
    ['info', 'info'],
    ['log', 'info'],
    ['debug', 'debug'],
  ] as const) {
    const said = vi.spyOn(log, level).mockReturnValue();
    const print: (...printed: unknown[]) => void = output[method];
    print(`ready: ${SECRET}`);
    expect(said.mock.calls).toEqual([[{ printed: ['ready'] }, 'printed']]);
    said.mockRestore();
  }
});

const withDigest = (digest: string) => failWith(digest.split(';', 1)[0] ?? '', { digest });

test.each([
  ['a redirect', withDigest('NEXT_REDIRECT;replace;/sign-in;307;')],
  ['no page', withDigest('NEXT_HTTP_ERROR_FALLBACK;404')],
  [
    'an action of an earlier build',
    failWith('Failed to find Server Action "x". This request might be from an older'),
  ],
])('%s is an answer, and no error', (_what, error) => {
  expect(isExpected(error)).toBe(true);
  const output = consoleOf();
  sendConsoleToLog(output);
  const [failed, said] = [vi.spyOn(log, 'error').mockReturnValue(), vi.spyOn(log, 'info').mockReturnValue()];
  const print: (...printed: unknown[]) => void = output.error;
  print('⨯', error);
  expect(failed).not.toHaveBeenCalled();
  expect(said).toHaveBeenCalledTimes(1);
  failed.mockRestore();
  said.mockRestore();
});

test.each([failWith('NEXT_REDIRECT'), withDigest('1234567'), withDigest('XNEXT_REDIRECT;'), SECRET, null])(
  'a fault stays one',
  (error) => expect(isExpected(error)).toBe(false),
);
