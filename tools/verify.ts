// npm run verify [-- DIGESTS.json] [-- --rebuild-counts]: compares the counts with the matters, recomputes every timeline and every daily digest of every district, and compares digests
// that were kept from the site; exit code 1 when something does not fit, or nobody holds an open matter.
import { installed } from '../apps/server/procedures.ts';
import { installProcedures } from '../modules/matters/index.ts';
import { readConfig, type Environment } from '../platform/config.ts';
import { StartFault } from '../platform/start-fault.ts';
import { withData } from './import/open-data.ts';
import { readPublished } from './verify/published.ts';
import { verifyData, type Verdict } from './verify/verify-data.ts';
import { sayBoth } from './verify/words.ts';

export { verifyData };

const REBUILD = '--rebuild-counts';

async function run(environment: Environment, [...given]: readonly string[]): Promise<Verdict> {
  const file = given.find((one) => one !== REBUILD);
  const config = readConfig(environment);
  if (!config.ok)
    return { fits: false, isHeld: true, lines: [...config.faults.map(({ text }) => text), sayBoth('settings')] };
  const published = file === undefined ? undefined : readPublished(file);
  if (file !== undefined && !published) return { fits: false, isHeld: true, lines: [sayBoth('noDigests', { file })] };
  installProcedures(installed);
  const onProgress = (matters: number) => process.stderr.write(`${sayBoth('progress', { matters })}\n`);
  return withData(config.value, (db) =>
    verifyData(db, new Date(), { published, onProgress, rebuildCounts: given.includes(REBUILD) }),
  );
}

if (import.meta.main) {
  const { fits, isHeld, lines } = await run(process.env, process.argv.slice(2)).catch((error: unknown): Verdict => {
    if (error instanceof StartFault) return { fits: false, isHeld: true, lines: [error.message] };
    throw error;
  });
  for (const line of lines) (fits && isHeld ? console.log : console.error)(line);
  process.exitCode = fits && isHeld ? 0 : 1;
}
