// npm run backup -- FOLDER: writes a backup of the data folder into FOLDER, while the server runs or not.
import { statSync } from 'node:fs';
import { readConfig } from '../platform/config.ts';
import { StartFault } from '../platform/start-fault.ts';
import { backUp } from './backup/back-up.ts';
import { sayBoth } from './backup/words.ts';
import { withData } from './import/open-data.ts';

async function run(into: string | undefined): Promise<string> {
  const config = readConfig(process.env);
  if (!config.ok) throw new Unable(config.faults.map(({ text }) => text).join('\n'));
  if (into === undefined) throw new Unable(sayBoth('whereTo'));
  if (!statSync(into, { throwIfNoEntry: false })?.isDirectory())
    throw new Unable(sayBoth('noFolder', { folder: into }));
  if (config.value.databaseUrl !== null) throw new Unable(sayBoth('outside'));
  const { dataFolder } = config.value;
  const from = performance.now();
  const { folder, files, bytes } = await withData(config.value, (_, url) => backUp(dataFolder, url, into, new Date()));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  return sayBoth('done', { folder, files, megabytes: Math.ceil(bytes / 1_000_000), seconds });
}

class Unable extends Error {}

try {
  console.log(await run(process.argv[2]));
} catch (error) {
  if (!(error instanceof Unable || error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
