import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { demoDistrictId, loadDemoDistrict } from '../../../db/demo/demo-district.ts';
import { installProcedures } from '../../../modules/matters/index.ts';
import { residentRequestV2 } from '../../../modules/requests/index.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { areaScope } from '../../../platform/work.ts';
import { freshDatabase } from '../../../tests/support/database.ts';
import { readLines } from '../read-lines.ts';
import { openFlaggedList } from './flagged-list.ts';
import { importAppeals } from './import-appeals.ts';
import { measureAppeals } from './measure.ts';

const real = fileURLToPath(new URL('../../../../shared/data/appeals-with-replies.jsonl.gz', import.meta.url));
/** The whole file takes most of a minute: LINLI_WHOLE_IMPORT=1 npm test -- real-messages. */
const rows = process.env['LINLI_WHOLE_IMPORT'] === '1' ? Number.POSITIVE_INFINITY : 150;
const absent = existsSync(real) ? '' : ' (skipped: ../shared/data is not here)';

test.skipIf(absent !== '')(
  `the clocks of real messages agree with the days counted${absent}`,
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-real-'));
    const file = join(folder, 'messages.jsonl');
    const lines: string[] = [];
    for await (const { text } of readLines(real)) if (lines.push(text) >= rows) break;
    writeFileSync(file, lines.join('\n'));

    installProcedures([residentRequestV2]);
    const database = await freshDatabase();
    const now = new Date();
    const scope = areaScope(String(demoDistrictId));
    const occasion = { districtId: demoDistrictId, scope, actor: { kind: 'system', name: 'import' }, now } as const;
    try {
      await inTransaction(database.db, occasion, loadDemoDistrict);
      const district = { districtId: demoDistrictId, nameZh: '区', nameEn: 'District', timeZone: 'Asia/Shanghai' };
      const flagged = openFlaggedList(join(folder, 'flagged.csv'));
      const signal = new AbortController().signal;
      const job = { file, district, now, flagged, onProgress: () => {}, signal };
      expect(await importAppeals(database.db, job)).toMatchObject({ added: lines.length, isWhole: true });
      flagged.close();
      const { answered, within, handling, total } = await inTransaction(database.db, occasion, measureAppeals);
      expect(answered).toBe(lines.length);
      expect(handling.met).toBe(Math.round(within.fiveWorkingDays * answered));
      expect(total.met).toBe(Math.round(within.fifteenWorkingDays * answered));
      expect(handling.met + handling.metLate).toBe(answered);
    } finally {
      await database.drop();
      rmSync(folder, { recursive: true });
    }
  },
);
