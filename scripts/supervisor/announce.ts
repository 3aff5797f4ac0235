import type { Environment } from './environment.ts';

/** Printed when everything is up: URLs and sign-in. */
export function announcement(own: Environment, env: Environment, database: string): string {
  const rows = [
    ['People', env.APP_URL ?? '', 'register, sign in, press Panic'],
    ['Operators', `${env.APP_URL}/admin/sign-in`, 'watch every callout'],
    ...(env.SANDBOX_URL
      ? [['Sandbox', env.SANDBOX_URL, 'stands in for AURA: Responder Simulator, SMS inbox']]
      : []),
    ['AURA', env.AURA_BASE_URL ?? '', env.SANDBOX_URL ? 'this is the sandbox, nobody is sent out' : 'LIVE'],
    ['Database', database, own.DATABASE_URL ? 'yours' : 'embedded PostgreSQL'],
  ];
  return [
    '',
    'Vigil is running.',
    '',
    ...table(rows),
    '',
    ...signIns(own, env),
    'Ctrl-C stops all of it.',
    '',
  ].join('\n');
}

/** Only generated credentials are printed. */
function signIns(own: Environment, env: Environment): string[] {
  const operator = own.ADMIN_PASSWORD ? [] : [['Operator', `${env.ADMIN_EMAIL}`, `${env.ADMIN_PASSWORD}`]];
  const aura = own.AURA_CLIENT_SECRET
    ? []
    : [['Sandbox API', `${env.AURA_CLIENT_ID}`, `${env.AURA_CLIENT_SECRET}`]];
  const rows = env.SANDBOX_URL ? [...operator, ...aura] : [];
  return rows.length === 0 ? [] : [...table(rows), ''];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  );
}
