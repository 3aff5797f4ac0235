import type { ErrorCode } from './errors.ts';

/** Field name → problem, worded for the user. */
export type FieldProblems = Record<string, string>;

export type Refusal<Code extends ErrorCode = ErrorCode> = {
  ok: false;
  code: Code;
  fields?: FieldProblems;
};

/** A verb's answer: a value or an expected refusal. Defects are thrown. */
export type Result<Value, Code extends ErrorCode = ErrorCode> = { ok: true; value: Value } | Refusal<Code>;

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends ErrorCode>(code: Code, fields?: FieldProblems): Refusal<Code> {
  return fields ? { ok: false, code, fields } : { ok: false, code };
}
