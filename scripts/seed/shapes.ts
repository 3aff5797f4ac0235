/** A table's columns with their types. */
export type Shape<Column extends string> = {
  readonly table: string;
  readonly columns: Record<Column, string>;
};

const instant = 'timestamptz';
const fix = {
  place: 'text',
  cell: 'text',
  accuracy_m: 'float8',
  fixed_at: instant,
  fix_source: 'text',
} as const;

function shape<Column extends string>(table: string, columns: Record<Column, string>): Shape<Column> {
  return { table, columns };
}

export type RowOf<Of> = Of extends Shape<infer Column> ? Partial<Record<Column, unknown>> : never;

export const users = shape('"user"', {
  id: 'text',
  name: 'text',
  email: 'text',
  role: 'text',
  created_at: instant,
  updated_at: instant,
});

export const persons = shape('person', {
  id: 'text',
  mobile: 'text',
  mobile_hash: 'text',
  name: 'text',
  surname: 'text',
  aura_customer_id: 'bigint',
  subscription_type_id: 'int',
  subscription_valid_from: instant,
  subscription_valid_to: instant,
  subscription_id: 'bigint',
  subscription_cancelled_at: instant,
  subscription_as_of: instant,
  created_at: instant,
  origin: 'text',
  deleted_at: instant,
  saved_place: 'text',
  saved_address: 'text',
  saved_at: instant,
  contact_name: 'text',
  contact_mobile: 'text',
});

export const callouts = shape('callout', {
  id: 'bigint',
  person_id: 'text',
  kind: 'text',
  stage: 'text',
  raw_status: 'text',
  tracking_url_sealed: 'text',
  incidents: 'text',
  ...fix,
  raised_at: instant,
  as_of: instant,
  asked_at: instant,
  closed_at: instant,
  duress_at: instant,
  moved_at: instant,
  listed_status: 'text',
  detail_at: instant,
  response_type_id: 'int',
  verdict: 'text',
  verdict_at: instant,
  verdict_by: 'text',
});

export const facts = shape('callout_fact', {
  callout_id: 'bigint',
  at: instant,
  stage: 'text',
  event: 'text',
  source: 'text',
});

export const presses = shape('press', {
  id: 'uuid',
  person_id: 'text',
  kind: 'text',
  state: 'text',
  pressed_at: instant,
  received_at: instant,
  due_at: instant,
  ...fix,
  attempts: 'int',
  outcome_unknown_since: instant,
  last_attempt_at: instant,
  withdraw_requested_at: instant,
  last_problem: 'text',
  settled_at: instant,
  callout_id: 'bigint',
  outcome: 'text',
  outcome_at: instant,
  outcome_by: 'text',
});

export const fixes = shape('callout_fix', {
  callout_id: 'bigint',
  fixed_at: instant,
  measured_at: instant,
  received_at: instant,
  place: 'text',
  device: 'text',
  doubt: 'text',
});

export const cancellations = shape('cancellation', {
  id: 'uuid',
  callout_id: 'bigint',
  by: 'text',
  actor_id: 'text',
  asked_at: instant,
  is_code_right: 'boolean',
  reason: 'text',
  exception_reason_id: 'int',
  reason_state: 'text',
  state: 'text',
  attempts: 'int',
  due_at: instant,
  settled_at: instant,
});

export const messages = shape('callout_message', {
  id: 'uuid',
  callout_id: 'bigint',
  author: 'text',
  author_id: 'text',
  text: 'text',
  state: 'text',
  attempts: 'int',
  due_at: instant,
  last_attempt_at: instant,
  written_at: instant,
  sent_at: instant,
});

export const streams = shape('message_stream', {
  callout_id: 'bigint',
  asked_at: instant,
  as_of: instant,
});

export const notes = shape('callout_note', {
  id: 'uuid',
  callout_id: 'bigint',
  operator_id: 'text',
  text: 'text',
  written_at: instant,
});

export const ratings = shape('callout_rating', {
  callout_id: 'bigint',
  rating: 'int',
  words: 'text',
  may_contact: 'boolean',
  rated_at: instant,
  state: 'text',
  attempts: 'int',
  due_at: instant,
});

export const outcomes = shape('callout_outcome', {
  callout_id: 'bigint',
  asked_at: instant,
  attempts: 'int',
  report: 'text',
});

export const marks = shape('alert', {
  kind: 'text',
  subject: 'text',
  since: instant,
  acknowledged_at: instant,
  acknowledged_by: 'text',
});

export const auditLines = shape('audit_entry', {
  at: instant,
  actor_role: 'text',
  actor_id: 'text',
  address: 'text',
  action: 'text',
  subject: 'text',
  detail: 'text',
});

export const webhookEvents = shape('webhook_event', {
  received_at: instant,
  message: 'text',
  about: 'text',
  about_id: 'bigint',
  customer_id: 'bigint',
  body_sealed: 'text',
  body_hash: 'text',
  state: 'text',
  attempts: 'int',
  due_at: instant,
  processed_at: instant,
  problem: 'text',
});

export const signups = shape('signup_session', {
  id: 'uuid',
  aura_session_id: 'text',
  created_by: 'text',
  created_at: instant,
  return_status: 'text',
  returned_at: instant,
});
