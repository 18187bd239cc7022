// node tools/run.mjs [--screens] FILE ARGUMENTS: installs if needed, then runs a TypeScript file of this project; with --screens, builds
// the office screens first if needed, for what starts the real server.
import { buildScreens } from './build-screens.mjs';
import { ensureInstalled, giveUp, runTypeScript } from './ready.mjs';

const given = process.argv.slice(2);
const needsScreens = given[0] === '--screens';
const [file, ...args] = needsScreens ? given.slice(1) : given;
if (!file) giveUp('start.noFile');
ensureInstalled({ withDev: false });
if (needsScreens) buildScreens();
runTypeScript(file, args);
