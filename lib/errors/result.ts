import type { ErrorCode } from './errors.ts';

/** Field name → what is wrong with it, in words for the person who typed it. */
export type FieldProblems = Record<string, string>;

export type Refusal<Code extends ErrorCode = ErrorCode> = {
  ok: false;
  code: Code;
  fields?: FieldProblems;
};

/** What a verb answers: a value, or a refusal that was expected. Defects are thrown instead. */
export type Result<Value, Code extends ErrorCode = ErrorCode> = { ok: true; value: Value } | Refusal<Code>;

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refuse<Code extends ErrorCode>(code: Code, fields?: FieldProblems): Refusal<Code> {
  return fields ? { ok: false, code, fields } : { ok: false, code };
}
