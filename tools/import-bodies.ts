// Previews or imports a workbook of areas, bodies, posts and people: docs/how-to/import-bodies.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findServedDistrict } from '../apps/server/find-district.ts';
import { importWorkbook, previewImport, viewPreview } from '../modules/bodies/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import { sayRefusal } from '../platform/i18n/words.ts';
import { StartFault } from '../platform/start-fault.ts';
import { areaScope, type Work } from '../platform/work.ts';

/** Previews a workbook and, when asked, imports it; gives the lines to print, and first passwords of new accounts. */
export async function importBodies(
  work: Work,
  bytes: Buffer,
  doImport: boolean,
): Promise<{ ok: boolean; lines: string[]; passwords: Buffer | null }> {
  const said = (refused: Parameters<typeof sayRefusal>[0]) => {
    const { zh, en } = sayRefusal(refused);
    return { ok: false, lines: [zh, en], passwords: null };
  };
  const preview = await previewImport(work, bytes);
  if (!preview.ok) return said(preview);
  const { sheets, faults } = viewPreview(preview.value);
  const lines = [
    ...sheets.map((one) => `${one.name.zh} ${one.name.en}: +${one.new} ~${one.changed} =${one.unchanged}`),
    ...faults.map(
      ({ sheet, row, column, message }) => `${sheet} ${column ?? ''}${row ?? ''}: ${message.zh} ${message.en}`,
    ),
  ];
  if (!doImport || faults.length > 0) return { ok: faults.length === 0, lines, passwords: null };
  const imported = await importWorkbook(work, { bytes, digest: preview.value.digest, mostNewAccounts: Infinity });
  return imported.ok ? { ok: true, lines, passwords: imported.value.passwords } : said(imported);
}

async function run(file: string | undefined, doImport: boolean): Promise<boolean> {
  if (file === undefined) {
    console.error('请写明工作簿文件，例如 node tools/run.mjs tools/import-bodies.ts my-district.xlsx');
    console.error('Name the workbook, for example: node tools/run.mjs tools/import-bodies.ts my-district.xlsx');
    return false;
  }
  const passwordFile = join(dirname(file), 'first-passwords.xlsx');
  if (doImport && existsSync(passwordFile)) {
    console.error(`${passwordFile} 已经在了。请先移走，免得盖掉还没发出的首次口令。`);
    console.error(
      `${passwordFile} is there already. Move it away first, so that first passwords not yet handed out are kept.`,
    );
    return false;
  }
  const bytes = readFileSync(file);
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.faults.map((fault) => fault.text).join('\n'));
  const { databaseUrl, dataFolder } = config.value;
  const embedded = databaseUrl === null ? await startEmbedded({ folder: join(dataFolder, 'postgres') }) : null;
  try {
    const url = databaseUrl ?? embedded!.url;
    await migrate(url);
    const db = openDatabase(url);
    try {
      const districtId = await findServedDistrict(db, config.value);
      const actor = { kind: 'system', name: 'import' } as const;
      const occasion = { districtId, scope: areaScope(''), actor, now: new Date() };
      const { ok, lines, passwords } = await inTransaction(db, occasion, (work) => importBodies(work, bytes, doImport));
      for (const line of lines) console.log(line);
      if (passwords) writeFileSync(passwordFile, passwords, { mode: 0o600, flag: 'wx' });
      return ok;
    } finally {
      await db.destroy();
    }
  } finally {
    await embedded?.stop();
  }
}

if (import.meta.main) {
  const ok = await run(process.argv[2], process.argv.includes('--import')).catch((error: unknown) => {
    if (!(error instanceof StartFault) && (error as { code?: string }).code !== 'ENOENT') throw error;
    console.error((error as Error).message);
    return false;
  });
  process.exitCode = ok ? 0 : 1;
}
