// npm run attack [-- --every 1] [-- --load --callers 800 --seconds 20]: bad input, guesses, foreign pages, caches, redirects and logs of a real server; or more load than it can bear.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { openGround } from '../bench/ground.ts';
import { attackInput } from './attack-input.ts';
import { checkCrossSite, checkHeaders, checkRedirects, type Checked } from './doors.ts';
import { gatherTargets } from './gather.ts';
import { listRoutesOf, logsBelow, unreachableSso } from './ground.ts';
import { fixSessions, guessCodes, guessPasswords, prepareAccount } from './guesses.ts';
import { digestTables } from './kept.ts';
import { checkLogs } from './logs.ts';
import { residentMb } from './load.ts';
import { pressHard } from './press-hard.ts';
import { sendTo } from './send.ts';
import { readWalls } from './walls.ts';

const { values } = parseArgs({
  options: {
    /** Every n-th bad input; 1 sends all and looks at every table after each route. */
    every: { type: 'string', default: '1' },
    load: { type: 'boolean', default: false },
    callers: { type: 'string', default: '800' },
    seconds: { type: 'string', default: '20' },
  },
});
/** How much the memory of the server may grow by all of it. */
const MOST_GROWTH_MB = 200;

Object.assign(process.env, unreachableSso);
const ground = await openGround({ month: false });
const { databaseUrl, folder, address, serverPid } = ground;
try {
  const ok = values.load
    ? await pressHard(ground, { callers: Number(values.callers), seconds: Number(values.seconds) })
    : await attackAll();
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  // Why the database went away, should it have.
  for (const log of logsBelow(folder)) process.stderr.write(`${readFileSync(log, 'utf8').slice(-2_000)}\n`);
  process.exitCode = 1;
} finally {
  await ground.close();
}

async function attackAll(): Promise<boolean> {
  const send = sendTo(`http://${address.host}:${address.port}`);
  const digest = () => digestTables(databaseUrl);
  await prepareAccount(databaseUrl, demoDistrictId);
  const gathered = await gatherTargets(send, await listRoutesOf(folder, databaseUrl), 3);
  const { targets, signIns, seen, receipt } = gathered;
  const asking = { ...gathered, send, digest, every: 1 };
  const checks: Checked[] = [];
  const check = async (run: Promise<Checked>) => {
    const checked = await run;
    checks.push(checked);
    process.stderr.write(`${checked.what}: ${checked.looked}, ${checked.offences.length} offences\n`);
    for (const one of checked.offences.slice(0, 5))
      process.stderr.write(`  ✗ ${one.route}, ${one.with}: ${one.what}\n`);
  };
  process.stderr.write(`${targets.length} routes gathered\n`);
  await check(checkHeaders(asking));
  await check(checkCrossSite(asking));
  await check(checkRedirects(asking, seen));
  await check(fixSessions(send));
  await check(guessPasswords(send, 24));
  await check(guessCodes(send, receipt, 40));
  const before = residentMb(serverPid);
  let done = 0;
  const attacked = await attackInput(
    {
      send,
      signIns,
      digest,
      every: Number(values.every),
      onRoute: ({ route, requests, offences }) => {
        done += 1;
        const found = offences.slice(0, 3).map((one) => `\n  ✗ ${one.with}: ${one.what}`);
        process.stderr.write(`${done}/${targets.length} ${route}: ${requests}${found.join('')}\n`);
      },
    },
    targets,
  );
  const after = residentMb(serverPid);
  await check(checkLogs(send, { databaseUrl, logs: () => logsBelow(folder) }));

  console.log('| route | fields | requests | refused |\n| --- | --- | --- | --- |');
  for (const { route, fields, requests, refused } of attacked.lines)
    console.log(`| ${route} | ${fields} | ${requests} | ${refused} |`);
  const sum = (of: (line: (typeof attacked.lines)[number]) => number) =>
    attacked.lines.reduce((all, line) => all + of(line), 0);
  const walls = readWalls();
  const hasRoom = after - before <= MOST_GROWTH_MB;
  const rows: [string, string, number][] = [
    [
      `bad input: ${targets.length} routes (all that are served), ${sum(({ fields }) => fields)} fields`,
      `${sum(({ requests }) => requests)} requests, ${sum(({ refused }) => refused)} refused`,
      attacked.offences.length,
    ],
    [
      `memory of the server, at most ${MOST_GROWTH_MB} MB more`,
      `${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`,
      hasRoom ? 0 : 1,
    ],
    ...checks.map(({ what, looked, offences }): [string, string, number] => [what, String(looked), offences.length]),
    [
      `every route × ${walls.users} kinds of user × own, neighbour's, foreign (tests/walls)`,
      `${walls.rows} rows, ${walls.cells} cells`,
      0,
    ],
  ];
  console.log('\n| what | looked at | offences |\n| --- | --- | --- |');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  const offences = [...attacked.offences, ...checks.flatMap((check) => check.offences)];
  for (const one of offences) console.log(`✗ ${one.route}, ${one.with}: ${one.what}`);
  return offences.length === 0 && hasRoom && checks.every(({ looked }) => looked > 0);
}
