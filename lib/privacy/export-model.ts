/** A page of one table's rows. */
type Page = { table: string; rows: readonly Record<string, unknown>[] };

/** As one JSON document, a page at a time: `head`, and then the tables in the order in which they come. */
export async function* jsonPieces(
  head: Record<string, unknown>,
  pages: AsyncGenerator<Page>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "tables": {`;
  let table: string | null = null;
  for await (const page of pages) {
    const lines = page.rows.map((row) => `      ${JSON.stringify(row)}`).join(',\n');
    if (page.table === table) yield `,\n${lines}`;
    else yield `${table === null ? '' : '\n    ],'}\n    ${JSON.stringify(page.table)}: [\n${lines}`;
    table = page.table;
  }
  yield `${table === null ? '' : '\n    ]'}\n  }\n}\n`;
}
