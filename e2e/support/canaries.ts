import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIResponse, BrowserContext, Response } from '@playwright/test';

// Canary values that must not leak, and recorders of what is sent.

/** Settings with recognisable secrets. */
export const CANARY_SETTINGS = {
  AURA_CLIENT_SECRET: 'canary-client-secret',
  AURA_WEBHOOK_TOKEN: 'canary-webhook-token',
  SECRET_KEY: 'canary-secret-key-of-thirty-two-bytes',
  SMS_WEBHOOK_TOKEN: 'canary-sms-token',
  SMS_IN_TOKEN: 'canary-text-gateway-token',
  SMTP_URL: 'smtp://vigil:canary-mail-password@127.0.0.1:9',
  ADMIN_EMAIL: 'admin@vigil.test',
  ADMIN_PASSWORD: 'canary-admin-password',
} as const;

/** A person with unique name, number and place. */
export const MARKED_PERSON = {
  name: 'Zephyrine',
  surname: 'Quillfeather',
  mobile: '+27824719365',
  address: '192.0.2.77',
};
export const MARKED_PLACE = { latitude: -26.3871592, longitude: 28.2718281, accuracy: 17 };

/** What a person and an operator write in the run. */
export const MARKED_WORDS = {
  home: '9 Wisteria Steps, key under the pot',
  homeLatitude: '-26.44713',
  homeLongitude: '28.31829',
  contactName: 'Ignatius Marlow',
  contactMobile: '+27835552718',
  message: 'He waits behind the water tank',
  note: 'She whispered from the pantry',
} as const;

/** Patterns by the name used in reports. */
export type Secrets = Readonly<Record<string, RegExp>>;

export function literally(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** Isolated six digits, which longer numbers would contain. */
export function asCode(code: string): RegExp {
  return new RegExp(`(?<!\\d)${code}(?!\\d)`);
}

export const SERVER_SECRETS: Secrets = Object.fromEntries(
  Object.entries(CANARY_SETTINGS)
    .filter(([name]) => name !== 'ADMIN_EMAIL')
    .map(([name, value]) => [name, literally(value)]),
);

export const PERSONAL_FACTS = {
  name: /zephyrine/i,
  surname: /quillfeather/i,
  // Matches any formatting of the subscriber number.
  mobile: /82\D{0,3}471\D{0,3}9365/,
  latitude: /26\.387/,
  longitude: /28\.271/,
} satisfies Secrets;

/** What a copy of the database does not tell; it does tell names. */
export const SEALED_FACTS: Secrets = {
  ...Object.fromEntries(
    Object.entries({ mobile: MARKED_PERSON.mobile, ...MARKED_WORDS }).map(([name, text]) => [
      name,
      literally(text.replace(/^[+-](?:27)?/, '')),
    ]),
  ),
  latitude: PERSONAL_FACTS.latitude,
  longitude: PERSONAL_FACTS.longitude,
};

const CONTEXT = 80;

/** Leaks in a text: name and context. */
export function leaksIn(text: string, secrets: Secrets): string[] {
  return Object.entries(secrets).flatMap(([name, pattern]) => {
    const find = pattern.exec(text);
    if (!find) return [];
    const end = find.index + find[0].length;
    const [before, after] = [
      text.slice(Math.max(0, find.index - CONTEXT), find.index),
      text.slice(end, end + CONTEXT),
    ];
    return [`${name}: ${before}«${name}»${after}`];
  });
}

export type Heard = { readonly what: string; readonly text: string };

/** Records all traffic of one browser. */
export type Witness = {
  readonly answers: Heard[];
  readonly requests: { readonly url: string; readonly referer: string | undefined }[];
  /** Records a response requested outside the pages. */
  readonly add: (what: string, response: APIResponse) => Promise<APIResponse>;
  /** Resolves when all responses have been read. */
  readonly settled: () => Promise<void>;
};

/** A browser with its recorder. */
export type Seat = { readonly context: BrowserContext; readonly witness: Witness };

export function listenTo(context: BrowserContext, origin: string): Witness {
  const answers: Heard[] = [];
  const requests: { url: string; referer: string | undefined }[] = [];
  const reading: Promise<void>[] = [];
  const hear = async (response: Response) => {
    const { method, url } = { method: response.request().method(), url: response.url() };
    const request = await response.request().allHeaders();
    requests.push({ url, referer: request.referer });
    if (!url.startsWith(origin)) return;
    const headers = JSON.stringify(await response.headersArray());
    answers.push({ what: `${method} ${url}`, text: `${headers}\n${await bodyOf(response)}` });
  };
  // What still arrives while the test closes its browser is nothing that a person was shown.
  const heard = (response: Response) =>
    hear(response).catch((error: unknown) => {
      if (!String(error).includes('has been closed')) throw error;
    });
  context.on('response', (response) => reading.push(heard(response)));
  return {
    answers,
    requests,
    add: async (what, response) => {
      answers.push({ what, text: `${JSON.stringify(response.headersArray())}\n${await response.text()}` });
      return response;
    },
    settled: async () => {
      await Promise.all(reading);
    },
  };
}

async function bodyOf(response: Response): Promise<string> {
  // Event streams do not end; lib/live tests their content.
  if (response.headers()['content-type']?.startsWith('text/event-stream')) return '';
  try {
    return await response.text();
  } catch {
    // Redirects have no body, and bodies of left pages are gone.
    return '';
  }
}

/** All files that a build serves to browsers. */
export function clientBundle(distDir: string): Heard[] {
  const folder = join(distDir, 'static');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ what: path.slice(folder.length), text: readFileSync(path, 'latin1') }));
}
