import { posix } from 'node:path';
import ts from 'typescript';
import type { CheckResult } from './check-result.ts';
import type { SourceFile } from './source-files.ts';

// Every table is written by one room only; others call that room's functions.

/** The worker owns its job table. */
const WORKER = '../worker';

/** The owning room of each table, nested rooms included. */
const OWNERS: Readonly<Record<string, string>> = {
  account: 'identity',
  alert: 'console/attention',
  api_key: 'identity',
  audit_entry: 'identity',
  aura_call_minute: 'upstream',
  aura_drift: 'upstream',
  callout: 'callouts',
  callout_fact: 'callouts',
  callout_fix: 'following/positions',
  callout_message: 'following/messages',
  callout_note: 'console/notes',
  callout_outcome: 'following/outcomes',
  callout_position: 'following/positions',
  callout_rating: 'following/outcomes',
  canary_press: 'panic/canary',
  cancellation: 'following/cancellations',
  contact_text: 'following/sharing',
  coverage: 'coverage',
  customer_import: 'customers/imports',
  customer_import_row: 'customers/imports',
  device: 'identity',
  erasure: 'privacy',
  escalation_notice: 'console/attention',
  escalation_text: 'console/escalation-texts',
  following: 'callouts',
  handover: 'console/handover',
  hook_delivery: 'hooks',
  hook_endpoint: 'hooks',
  // Its rows are written by triggers.
  hook_event: 'hooks',
  limit_event: 'identity',
  message_stream: 'following/messages',
  one_time_code: 'identity',
  operator_invitation: 'operators',
  operator_passkey: 'operators',
  operator_password_reset: 'operators/passwords',
  person: 'customers',
  press: 'panic',
  press_text_code: 'panic',
  push_notice: 'push',
  push_subscription: 'identity',
  refusal_tally: 'identity',
  registration: 'customers/registration',
  removal: 'privacy',
  response_type: 'coverage',
  scheduled_job: WORKER,
  session: 'identity',
  share_link: 'following/sharing',
  signup_session: 'customers/hosted-signup',
  trusted_contact: 'customers',
  two_factor: 'identity',
  user: 'identity',
  verification: 'identity',
  webhook_event: 'webhooks',
  webhook_registration: 'integration',
};

const TABLES = /^lib\/db\/[a-z-]*tables\.ts$/;
/** Production code; tests and tools may fill any table. */
const SHIPPED = /^(app|components|lib|worker)\/(?!testing\/).*(?<!\.test)\.tsx?$/;
const WRITERS = new Set(['insert', 'update', 'delete']);
// Placeholder for `${…}` in a template: the expression's index.
const HOLE = '\u0000';
const TABLE = String.raw`(?:only\s+)?(?:"?public"?\.)?"?(\u0000\d+\u0000|[a-z_]+)"?`;
const STATEMENTS = [
  String.raw`\binsert\s+into\s+${TABLE}`,
  String.raw`\bdelete\s+from\s+${TABLE}`,
  String.raw`\bupdate\s+${TABLE}(?:\s+(?:as\s+)?(?!set\b)[a-z_]+)?\s+set\b`,
  String.raw`\bmerge\s+into\s+${TABLE}`,
  String.raw`\btruncate\s+(?:table\s+)?${TABLE}`,
].map((text) => new RegExp(text, 'gi'));

type Tables = ReadonlyMap<string, string>;

/** Finds inserts, updates and deletes outside the owning room, in Drizzle calls and in SQL. */
export function checkTables(
  files: readonly SourceFile[],
  owners: Readonly<Record<string, string>> = OWNERS,
): CheckResult {
  const tables = new Map(files.filter(({ path }) => TABLES.test(path)).flatMap(tablesIn));
  const names = new Set(tables.values());
  const code = files.filter(({ path }) => SHIPPED.test(path) && !TABLES.test(path));
  return {
    summary: `${names.size} tables`,
    problems: [
      ...[...names].filter((name) => !owners[name]).map((name) => `${name}: no room in OWNERS writes it`),
      ...Object.keys(owners)
        .filter((name) => !names.has(name))
        .map((name) => `${name}: in OWNERS, and no table`),
      ...code.flatMap((file) =>
        writesIn(file, tables)
          .filter(({ table }) => owners[table] && !file.path.startsWith(`${homeOf(owners[table])}/`))
          .map(
            ({ table, line }) => `${file.path}:${line}: ${table} is written by ${homeOf(owners[table])} only`,
          ),
      ),
    ],
  };
}

function homeOf(owner = ''): string {
  return posix.join('lib', owner);
}

/** A file's tables: constant name and table name. */
function tablesIn({ path, text }: SourceFile): [string, string][] {
  const found: [string, string][] = [];
  visit(parse(path, text), (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    const call = node.initializer;
    if (!call || !ts.isCallExpression(call) || call.expression.getText() !== 'pgTable') return;
    const [name] = call.arguments;
    if (name && ts.isStringLiteral(name)) found.push([node.name.text, name.text]);
  });
  return found;
}

function writesIn({ path, text }: SourceFile, tables: Tables): { table: string; line: number }[] {
  const tree = parse(path, text);
  const known = namesIn(tree, tables);
  const names = new Set(tables.values());
  const writes: { table: string; line: number }[] = [];
  const note = (table: string | undefined, node: ts.Node) => {
    if (table && names.has(table)) writes.push({ table, line: lineOf(tree, node) });
  };
  visit(tree, (node) => {
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (ts.isPropertyAccessExpression(node.expression) && WRITERS.has(node.expression.name.text))
        note(tableOf(first, known), node);
      // better-auth writes through its adapter.
      if (node.expression.getText() === 'drizzleAdapter')
        for (const table of tablesUnder(node, known)) note(table, node);
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
      for (const table of tablesInSql(node, known)) note(table, node);
  });
  return writes;
}

/** A file's names for tables: imports, aliases, namespaces, constants. */
function namesIn(tree: ts.SourceFile, tables: Tables): Tables {
  const known = new Map<string, string>();
  const learn = (name: string, table: string | undefined) => table && known.set(name, table);
  visit(tree, (node) => {
    if (ts.isImportSpecifier(node)) learn(node.name.text, tables.get((node.propertyName ?? node.name).text));
    if (ts.isNamespaceImport(node) && /tables\.ts'/.test(node.parent.parent.getText()))
      for (const [constant, table] of tables) learn(`${node.name.text}.${constant}`, table);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) {
      const value = node.initializer;
      const given = value && ts.isCallExpression(value) ? value.arguments[0] : value;
      if (value && (!ts.isCallExpression(value) || value.expression.getText() === 'alias'))
        learn(node.name.text, tableOf(given, known));
    }
  });
  return known;
}

function tableOf(node: ts.Node | undefined, known: Tables): string | undefined {
  return node && known.get(node.getText());
}

function tablesUnder(node: ts.Node, known: Tables): string[] {
  const found: string[] = [];
  visit(node, (each) => {
    if (ts.isIdentifier(each)) found.push(known.get(each.text) ?? '');
  });
  return found;
}

function tablesInSql(node: ts.StringLiteralLike | ts.TemplateExpression, known: Tables): string[] {
  const holes = ts.isTemplateExpression(node) ? node.templateSpans : [];
  const text = ts.isTemplateExpression(node)
    ? node.head.text + node.templateSpans.map(({ literal }, at) => HOLE + at + HOLE + literal.text).join('')
    : node.text;
  return STATEMENTS.flatMap((statement) =>
    [...text.matchAll(statement)].map(([, name = '']) =>
      name.startsWith(HOLE) ? (tableOf(holes[Number(name.slice(1, -1))]?.expression, known) ?? '') : name,
    ),
  );
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
