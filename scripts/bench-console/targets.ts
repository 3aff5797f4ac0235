import type { Client } from 'pg';
import { z } from 'zod';
import { openedFrom } from '#lib/db/sealed.ts';
import { seals } from '#lib/platform/seals.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';

/** A request to measure; `isJudged` when the limit applies. */
export type Target = { readonly name: string; readonly path: string; readonly isJudged: boolean };

type Get = (path: string) => Promise<Response>;

const PAGE = 500;
const PAGE_SIZE = 50;
const board = z.object({ next: z.string().nullable() });

/** Ids from the seeded data. */
type Known = {
  mobile: string;
  calloutId: string;
  openId: string;
  day: string;
  customerId: string;
  auditAfter: string;
  customerAfter: string;
};

export async function targetsOf(database: Client, get: Get): Promise<Target[]> {
  const known = await readKnown(database);
  const page500 = await cursorOfPage(get);
  const search = (text: string) => `/admin/callouts?search=${encodeURIComponent(text)}`;
  const judged = (name: string, path: string): Target => ({ name, path, isJudged: true });
  const figure = (name: string, path: string): Target => ({ name, path, isJudged: false });
  return [
    judged('board', '/admin/callouts'),
    judged('board, what it asks for again', '/api/admin/callouts?state=open&order=oldest'),
    judged('what needs attention', '/api/admin/attention'),
    judged('wall screen', '/admin/wall'),
    judged('handover', '/admin/handover'),
    judged('search: a surname', search('Netshitenzhe')),
    judged('search: a name', search('Thandi')),
    judged('search: name and surname', search('Thandi Nkosi')),
    judged('search: one letter', search('n')),
    judged('search: nobody', search('Nobody of that name')),
    judged('search: a mobile', search(known.mobile)),
    judged('search: a mobile of nobody', search('+27900000000')),
    judged('search: a callout id', search(known.calloutId)),
    judged('search: a day', `/admin/callouts?from=${known.day}&to=${known.day}`),
    judged('search: a letter on a day', `${search('n')}&from=${known.day}&to=${known.day}`),
    judged('search: TEST callouts', '/admin/callouts?kind=test'),
    judged(`page ${PAGE}`, `/admin/callouts?after=${page500}`),
    judged(`page ${PAGE}, as data`, `/api/admin/callouts?after=${page500}`),
    judged('status page, closed', `/admin/callouts/${known.calloutId}`),
    judged('status page, open', `/admin/callouts/${known.openId}`),
    judged('status, as data', `/api/admin/callouts/${known.openId}`),
    figure('map, as data', '/api/admin/map'),
    figure('customers', '/admin/customers'),
    figure('customers: search', '/admin/customers?search=thandi'),
    figure('customers: page 400', `/admin/customers?after=${known.customerAfter}`),
    figure('audit', '/admin/audit'),
    figure('audit: one action', '/admin/audit?action=alert.acknowledge'),
    figure(`audit: page ${PAGE}`, `/admin/audit?after=${known.auditAfter}`),
    figure('webhooks', '/admin/webhooks'),
    figure('webhooks: of a callout', `/admin/webhooks?callout=${known.calloutId}`),
    figure('operators', '/admin/operators'),
    figure('integration', '/api/admin/integration'),
    figure('report of 30 days', '/admin/reports'),
    figure('report of 366 days, as a file', '/api/admin/reports?from=2026-01-01&by=week'),
  ];
}

/** Follows the pagination links. */
async function cursorOfPage(get: Get): Promise<string> {
  let after = '';
  for (let page = 1; page < PAGE; page += 1) {
    const answer = await get(`/api/admin/callouts${after ? `?after=${after}` : ''}`);
    const { next } = board.parse(await answer.json());
    if (!next) throw new Error(`the board ends at page ${page}`);
    after = next;
  }
  return after;
}

async function readKnown(database: Client): Promise<Known> {
  const { rows } = await database.query<Known>(`
    select (select mobile from person join callout on person_id = person.id limit 1) as mobile,
      (select max(id) from callout where closed_at is not null)::text as "calloutId",
      (select max(id) from callout where closed_at is null)::text as "openId",
      (now() - interval '40 days')::date::text as day,
      (select 'newest_' || aura_customer_id from person
        order by created_at desc, aura_customer_id desc offset ${400 * PAGE_SIZE} limit 1) as "customerAfter",
      (select floor(extract(epoch from at) * 1000)::bigint || '_' || id from audit_entry
        order by at desc, id desc offset ${PAGE * PAGE_SIZE} limit 1) as "auditAfter"`);
  if (!rows[0]) throw new Error('the database is empty');
  const mobile = openedFrom(seals.mobile, rows[0].mobile);
  if (mobile === UNOPENED) throw new Error('the mobiles were sealed with another SECRET_KEY');
  return { ...rows[0], mobile };
}
