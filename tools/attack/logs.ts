import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { marked } from './bad-values.ts';
import type { Checked } from './doors.ts';
import { asForm, asJson, asUpload, type Send } from './send.ts';
import type { Offence } from './target.ts';

const phone = '13977776662';
const name = '薛拾捌';
const password = 'eighteen-lanterns-by-the-mill';
const code = 'QWQW-8181';
const secrets = [
  marked.slice(0, 10),
  '13977776661',
  phone,
  name,
  password,
  code,
  '薛拾柒',
  'linli_session=',
  'attacked-one',
];

/** More rounds than any route writes tables one after the other. */
const MOST_ROUNDS = 40;

/**
 * Looks for secrets in logs (日志): sends marked telephone numbers, names, codes and passwords, as they should be and while
 * every table of the database refuses new rows, so that each becomes a fault of ours. Whatever refused lets rows in after
 * that, and all is sent again, until each table that anything is written to has refused it; then reads the logs.
 *
 * @returns how many lines were read; that the faults are in them shows that something was looked at
 */
export async function checkLogs(
  send: Send,
  { databaseUrl, logs }: { readonly databaseUrl: string; readonly logs: () => readonly string[] },
): Promise<Checked> {
  const offences: Offence[] = [];
  await sendMarked(send);
  const refusing = await refuseRows(databaseUrl);
  const readLines = () => logs().flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  let faults = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answers = (await sendMarked(send)).filter(({ status }) => status >= 500);
    if (answers.length === 0) break;
    faults += answers.length;
    for (const { route, text } of answers)
      if (secrets.some((secret) => text.includes(secret)))
        offences.push({ route, with: 'a table that refuses', what: `a fault that says it: ${text.slice(0, 120)}` });
    await refusing.letIn(tablesIn(readLines()));
  }
  const refused = tablesIn(readLines()).size;
  await refusing.end();
  const lines = readLines();
  const logged = lines.filter((line) => line.includes('"level":50')).length;
  if (faults < 3 || logged < faults || refused < 5)
    offences.push({
      route: 'all',
      with: 'a table that refuses',
      what: `${faults} faults, ${logged} in the log, ${refused} tables`,
    });
  for (const line of lines)
    for (const secret of secrets)
      if (line.includes(secret)) offences.push({ route: 'the log', with: secret, what: line.slice(0, 200) });
  return {
    what: `lines of logs without secrets, ${logged} of them about faults of ${refused} tables`,
    looked: lines.length,
    offences,
  };
}

async function sendMarked(send: Send) {
  const answers: { route: string; status: number; text: string }[] = [];
  const ask = async (url: string, parts: ReturnType<typeof asJson>) => {
    const got = await send({ method: 'POST', url, ...parts });
    answers.push({ route: `POST ${url}`, status: got.status, text: got.text });
  };
  const what = `我是${name}，电话${phone}，楼道灯坏了`;
  const report = { what, community: '990102001001', place: `${name}家`, phone };
  await ask('/api/public/requests', asJson({ ...report, commandId: randomUUID() }));
  await ask('/receipt', asForm({ ...report, commandId: randomUUID() }));
  await ask('/report/where', asUpload('photos', `${name}.jpg`, Buffer.from(phone), report));
  await ask('/api/session', asJson({ login: phone, password }));
  await ask('/api/session', asJson({ login: 'attacked-one', password }));
  await ask('/api/public/follow', asJson({ number: '2611-00001-2', code }));
  await ask('/follow', asForm({ number: '2611-00001-2', code }));
  await ask('/my/phone', asForm({ phone }));
  await ask('/alerts', asForm({ mail: `${phone}@x.invalid`, area: '990102001001' }));
  await ask(
    `/open311/v2/requests.json?api_key=${code}&phone=${phone}`,
    asForm({ description: what, phone, last_name: name }),
  );
  await ask('/api/public/requests', { ...asJson({}), bytes: Buffer.from(`{"phone": ${phone}x, "what": "${name}`) });
  return answers;
}

/** The tables that the faults in the log are about. */
const tablesIn = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => [...line.matchAll(/"table":"(\w+)"/g)].map(([, table]) => table as string)));

/** Lets every table refuse new and changed rows, as after an upgrade gone wrong; gives the way back, for some and for all. */
async function refuseRows(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ table: string; name: string }>(
    `select tablename as table, format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname !~ '^(pg_|information_schema)' order by 2`,
  );
  const letRows = (which: readonly { readonly name: string }[], what: string) =>
    client.query(which.map(({ name: table }) => `alter table ${table} ${what}`).join('; '));
  let refusing = rows;
  await letRows(refusing, 'add constraint attack_refuses check (false) not valid');
  const letIn = async (tables: ReadonlySet<string>): Promise<void> => {
    await letRows(
      refusing.filter(({ table }) => tables.has(table)),
      'drop constraint attack_refuses',
    );
    refusing = refusing.filter(({ table }) => !tables.has(table));
  };
  return {
    letIn,
    end: async () => {
      await letIn(new Set(refusing.map(({ table }) => table)));
      await client.end();
    },
  };
}
