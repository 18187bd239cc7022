// node tools/run.mjs FILE ARGUMENTS: installs if needed, then runs a TypeScript file of this project.
import { ensureInstalled, giveUp, runTypeScript } from './ready.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) giveUp('start.noFile');
ensureInstalled({ withDev: false });
runTypeScript(file, args);
