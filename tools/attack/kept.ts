import pg from 'pg';

/** What a refusal may leave behind, each with its reason. */
const mayChange: Readonly<Record<string, string>> = {
  'accounts.sessions': 'when it was last used; the attack signs in anew for each route',
  'accounts.attempts': 'wrong tries are counted',
  'accounts.account_events': 'signing in is written down',
  'accounts.devices': 'a browser that signed in',
  'accounts.resident_sessions': 'when it was last used',
  'accounts.phone_codes': 'wrong codes are counted',
  'matters.views': 'when somebody last looked at a matter',
  'requests.paces': 'how much a sender has sent, and wrong codes',
};

/** And what the pages of one form may, each with its reason. */
const mayChangeOn: readonly { readonly routes: string; readonly table: string; readonly why: string }[] = [
  {
    routes: 'POST /report/',
    table: 'matters.attachments',
    why: 'a photo that came with a page is kept while the page is put right, so that it need not be chosen again',
  },
];

export type Kept = ReadonlyMap<string, string>;

/** Counts and digests every row of every table (表内容), as the owner of the database sees them. */
export async function digestTables(url: string): Promise<Kept> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1`,
    );
    const each = rows.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as held from ${name} t`,
    );
    const held = await client.query<{ name: string; held: string }>(each.join(' union all '));
    return new Map(held.rows.map((row) => [row.name, row.held]));
  } finally {
    await client.end();
  }
}

/** The tables that are not as they were, but for what a refusal may leave behind. */
export const changedIn = (before: Kept, after: Kept, route = ''): readonly string[] =>
  [...after.keys()].filter(
    (name) =>
      before.get(name) !== after.get(name) &&
      !(name in mayChange) &&
      !mayChangeOn.some(({ routes, table }) => route.startsWith(routes) && table === name),
  );
