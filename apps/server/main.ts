import { join } from 'node:path';
import { readConfig } from '../../platform/config.ts';
import { startEmbedded } from '../../platform/db/embedded.ts';
import { refreshStatistics } from '../../platform/db/refresh-statistics.ts';
import { migrate } from '../../platform/db/migrate.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { patienceWithPeople } from '../../platform/db/pool.ts';
import { openFileFolder } from '../../platform/files/folder.ts';
import { StartFault, startFaultText } from '../../platform/start-fault.ts';
import { FaultyProcedure, installProcedures, sayFaults } from '../../modules/matters/index.ts';
import { openChannels } from '../../platform/notify/channels.ts';
import { ensureTallies } from '../../modules/insight/index.ts';
import { ensureDemo } from './demo.ts';
import { demoAccountsOf } from './demo-accounts.ts';
import { drain } from './drain.ts';
import { findServedDistrict } from './find-district.ts';
import { sendCodesBy } from './phone-codes.ts';
import type { Ground } from './ground.ts';
import { asTimer } from './rounds.ts';
import { printWelcome } from './welcome.ts';
import { installed } from './procedures.ts';
import { makeServer, ssoOf } from './server.ts';
import { startDelivery } from './delivery.ts';
import { startExchange } from './exchange.ts';
import { startListening } from './listeners.ts';
import { startTimer } from './timer.ts';

/** Brings everything up in order, and takes it down again in the opposite order. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  const reading = readConfig(process.env);
  if (!reading.ok) {
    for (const fault of reading.faults) process.stderr.write(`${fault.text}\n`);
    process.exitCode = 1;
    return;
  }
  const config = reading.value;
  const down: (() => Promise<unknown>)[] = [];
  let isEnding = false;
  const end = async (code: number) => {
    if (isEnding) return;
    isEnding = true;
    for (const close of down.toReversed())
      await close().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));

  try {
    installProcedures(installed);
    startListening();
    const embedded = config.databaseUrl ? null : await startEmbedded({ folder: join(config.dataFolder, 'postgres') });
    if (embedded) down.push(embedded.stop);
    const url = config.databaseUrl ?? (embedded as { url: string }).url;
    await migrate(url);
    const { namedStatements } = config;
    const db = openDatabase(url, { namedStatements, patience: patienceWithPeople });
    down.push(() => db.destroy());

    const clock = () => new Date();
    if (config.mode === 'demo' && (await ensureDemo(db, clock(), config.secret))) await refreshStatistics(url);
    const districtId = await findServedDistrict(db, config);
    await catchUp(url, { districtId, clock });
    const files = openFileFolder(join(config.dataFolder, 'files'));
    const notify = openChannels(config.notify, config.mode === 'demo');
    const { sms } = notify.channels;
    const sending = config.notify.sms && sms ? { sendPhoneCode: sendCodesBy(sms) } : {};
    const ground = { config, db, files, notify, districtId, clock, ...sending };
    const demoAccounts = config.mode === 'demo' ? await demoAccountsOf(db, districtId) : [];
    const app = await makeServer(ground, { demoAccounts, sso: ssoOf(config) });
    await listen(app, config);
    const rounds = [startTimer(ground, app.log), startDelivery(ground, app.log), startExchange(ground, app.log)];
    down.push(() => Promise.all([drain(app), ...rounds.map(({ stop }) => stop())]));
    printWelcome(config, demoAccounts, (performance.now() - startedAt) / 1000);
  } catch (error) {
    process.stderr.write(`${sayWhyNot(error)}\n`);
    await end(1);
  }
}

/** A record may be older than its figures. However long that takes: nobody waits for it on a screen. */
async function catchUp(url: string, { districtId, clock }: Pick<Ground, 'districtId' | 'clock'>): Promise<void> {
  const db = openDatabase(url);
  try {
    await asTimer({ db, districtId, clock }, ensureTallies);
  } finally {
    await db.destroy();
  }
}

/** What the operator reads: a sentence where we know one, the whole trace where the fault is ours. */
function sayWhyNot(error: unknown): string {
  if (error instanceof StartFault) return error.message;
  if (error instanceof FaultyProcedure) {
    const said = sayFaults(error.procedure, error.faults, installed).map(({ zh, en }) => `  ${zh}\n  ${en}`);
    return [startFaultText('procedure.faulty', { name: `${error.procedure.zh} ${error.procedure.en}` }), ...said].join(
      '\n',
    );
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function listen(
  app: Awaited<ReturnType<typeof makeServer>>,
  { host, port }: { host: string; port: number },
): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new StartFault('config.portTaken', { value: port, other: port < 65_535 ? port + 1 : 8750 }, error);
    if (code === 'EACCES') throw new StartFault('config.portDenied', { value: port }, error);
    throw error;
  }
}

await main();
