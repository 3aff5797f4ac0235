import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PASSWORD_MAX, PASSWORD_MIN } from './model.ts';
import { newPasswordProblem, passwordProblems } from './password-strength.ts';

const ABOUT = ['Naledi Dlamini', 'naledi@vigil.test'];
const problemOf = (password: string) => newPasswordProblem(password, ABOUT);

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
const random = fc.string({ unit: letters, minLength: 16, maxLength: 40 });

describe('a new password', () => {
  test.each([
    'password12345',
    'Password1234!',
    'P@ssw0rd!2024',
    'qwertyuiop123',
    'iloveyou1234',
    '123456789012',
  ])('that is stolen, or almost, is refused and the reason said: %s', (password) => {
    expect(problemOf(password)).toBe(passwordProblems.stolen);
  });

  test.each(['aaaaaaaaaaaa', 'naledidlamini', 'naledi@vigil.test', 'abcdefghijklm'])(
    'that is easy to guess is refused: %s',
    (password) => {
      expect(problemOf(password)).not.toBeNull();
    },
  );

  test.each(['several words that nobody guesses', 'a password for tests only', 'the zebra crosses our lamp'])(
    'of several words may be used: %s',
    (password) => {
      expect(problemOf(password)).toBeNull();
    },
  );

  test('of random letters may be used', () => {
    fc.assert(
      fc.property(random, (password) => {
        // Sixteen characters of one kind can be a pattern; those of a generator have many.
        fc.pre(new Set(password).size > 9);
        expect(problemOf(password)).toBeNull();
      }),
    );
  });

  test('of any text is judged by its length first, and never fails to be judged', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: PASSWORD_MAX + 20 }), (password) => {
        const problem = problemOf(password);
        expect(problem === passwordProblems.short).toBe(password.length < PASSWORD_MIN);
        expect(problem === passwordProblems.long).toBe(password.length > PASSWORD_MAX);
      }),
    );
  });
});
