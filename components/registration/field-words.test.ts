import { expect, it } from 'vitest';
import { fieldWords } from '#components/registration/field-words.ts';
import {
  completeSignInInput,
  startRegistrationInput,
  startSignInInput,
} from '#lib/customers/registration/schema.ts';
import { translateInto } from '#lib/languages/catalogue.ts';
import { PSEUDO } from '#lib/languages/languages.ts';

const CODE_ID = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6';
const problemsOf = (
  schema: typeof startSignInInput | typeof completeSignInInput | typeof startRegistrationInput,
  typed: object,
) => (schema.safeParse(typed).error?.issues ?? []).map(({ message }) => message);

it.each([
  ['no mobile', startSignInInput, {}],
  ['an empty one', startSignInInput, { mobile: '' }],
  ['a very long one', startSignInInput, { mobile: '0'.repeat(50) }],
  ['one that is none', startSignInInput, { mobile: 'abc' }],
  ['no code', completeSignInInput, { codeId: CODE_ID }],
  ['a very long code', completeSignInInput, { codeId: CODE_ID, code: '1'.repeat(50) }],
  ['no details', startRegistrationInput, {}],
  ['nothing of a surname', startRegistrationInput, { surname: 1 }],
  ['long names', startRegistrationInput, { name: 'a'.repeat(90), surname: 'a'.repeat(90) }],
  ['very long names', startRegistrationInput, { name: 'a'.repeat(300), surname: 'a'.repeat(300) }],
  ['numbers for names', startRegistrationInput, { name: '12', surname: '12' }],
  ['how to say a name in Arabic', startRegistrationInput, { latinName: 'ليلى' }],
  ['a long way to say it', startRegistrationInput, { latinName: 'a'.repeat(90) }],
  ['one with letters', completeSignInInput, { codeId: CODE_ID, code: 'abc' }],
] as const)('says of %s what is wrong, in the language of the page', (_what, schema, typed) => {
  const problems = problemsOf(schema, typed);
  expect(problems).not.toEqual([]);
  for (const problem of problems) {
    expect(fieldWords(problem, translateInto('en'))).toBe(problem);
    expect(fieldWords(problem, translateInto(PSEUDO))).not.toMatch(/[A-Za-z]{3,}/);
  }
});
