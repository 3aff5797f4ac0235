// Masks what operators must not see of a delivery. Pure.

const HIDDEN = '[hidden]';
const DEEPEST = 40;
const MAX_LENGTH = 64 * 1024;

/** Values under such keys are masked whole. */
const SECRET_NAME =
  /token|secret|passw|authori[sz]|cookie|session|credential|signature|api_?key|safe_?code|url|link|(?:^|_)uri$|Uri|^(?:code|pin|otp)$/i;
const MOBILE_NAME = /mobile|phone|msisdn|cell|contact_?(?:number|no)$/i;

// Each pattern is linear or bounded: a body must not cause a ReDoS.
const ADDRESS = /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S+/gi;
const RUN = /[\w+/=.-]{24,}/g;
const MOBILE = /(?<![\d.])(?:\+|0)\d[\d -]{6,14}\d\b/g;

/** Parses a body; undefined when it is not JSON. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Indents and truncates a body; masks tracking URLs, tokens, codes and the middle of mobiles. */
export function showBody(body: string): { text: string; isCut: boolean } {
  const json = jsonIn(body);
  const text = json === undefined ? maskedText(body) : JSON.stringify(masked(json, 0), null, 2);
  return { text: text.slice(0, MAX_LENGTH), isCut: text.length > MAX_LENGTH };
}

function masked(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskedText(value);
  if (typeof value !== 'object' || value === null) return value;
  // Deep nesting would overflow the stack.
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.map((each) => masked(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [maskedText(name), maskedField(name, each, depth)]),
  );
}

function maskedField(name: string, value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (SECRET_NAME.test(name)) return HIDDEN;
  const isNumber = typeof value === 'string' || typeof value === 'number';
  return MOBILE_NAME.test(name) && isNumber ? maskedMobile(`${value}`) : masked(value, depth + 1);
}

function maskedText(text: string): string {
  return text.replace(ADDRESS, HIDDEN).replace(RUN, maskedRun).replace(MOBILE, maskedMobile);
}

/** A long run of letters and digits is probably a key, whatever its name. */
function maskedRun(run: string): string {
  return /\d/.test(run) && /[a-z]/i.test(run) ? HIDDEN : run;
}

function maskedMobile(mobile: string): string {
  return mobile.length < 9 ? HIDDEN : `${mobile.slice(0, 3)}…${mobile.slice(-3)}`;
}
