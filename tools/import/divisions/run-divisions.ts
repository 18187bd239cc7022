import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importDivisions } from '../../../modules/territory/index.ts';
import type { Config } from '../../../platform/config.ts';
import { refreshStatistics } from '../../../platform/db/refresh-statistics.ts';
import { ImportFault, importText } from '../import-fault.ts';
import { withData } from '../open-data.ts';
import { showProgress } from '../progress.ts';
import { readLines } from '../read-lines.ts';

const HEADING = 'code,level,name';
const FAULTS_SHOWN = 20;

/**
 * Imports the national list of divisions (全国区划) and says what came of it.
 *
 * @throws ImportFault `notDivisions`, or those of {@link readLines}
 */
export async function runDivisions(
  file: string,
  config: Config,
  signal: AbortSignal,
): Promise<'fine' | 'faulty' | 'stopped'> {
  await checkHeading(file);
  return withData(config, async (db, url) => {
    const startedAt = performance.now();
    const progress = showProgress();
    try {
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      const lines = readLines(file);
      const result = await importDivisions(db, { lines, sha256, now: new Date(), signal, onProgress: progress.show });
      progress.end();
      if (result.added + result.changed > 0) await refreshStatistics(url);
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const { rows, added, changed, readBefore, faultyLines } = result;
      const before = Math.max(0, readBefore - 1);
      console.log(importText('divisions.done', { rows, added, changed, before, seconds }));
      if (faultyLines.length > 0) {
        const shown = faultyLines.slice(0, FAULTS_SHOWN).join(', ');
        const more = faultyLines.length > FAULTS_SHOWN ? ' …' : '';
        console.error(importText('divisions.faulty', { lines: faultyLines.length, numbers: `${shown}${more}` }));
      }
      if (!result.isWhole) console.error(importText('stopped'));
      if (!result.isWhole) return 'stopped';
      return faultyLines.length > 0 ? 'faulty' : 'fine';
    } finally {
      progress.end();
    }
  });
}

async function checkHeading(file: string): Promise<void> {
  const lines = readLines(file);
  const first = await lines.next();
  await lines.return(undefined);
  if (first.done) throw new ImportFault('empty', { file });
  if (first.value.text.replace(/^\uFEFF/, '').trim() !== HEADING) throw new ImportFault('notDivisions', { file });
}
