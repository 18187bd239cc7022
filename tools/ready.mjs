// What start, run and test have in common. Runs on Node 20 with nothing installed: imports node: only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const sentences = JSON.parse(readFileSync(join(root, 'platform/start-faults.json'), 'utf8'));

/** The sentence of a start fault or of a step at start, Chinese line first. */
export function say(code, values = {}) {
  const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name] ?? ''));
  console.error(`${fill(sentences[code].zh)}\n${fill(sentences[code].en)}`);
}

/** Says what is wrong and ends the program. */
export function giveUp(code, values) {
  say(code, values);
  process.exit(1);
}

/** Installs what package-lock.json asks for, unless it is there already. */
export function ensureInstalled({ withDev }) {
  if (isInstalled(withDev)) return;
  say('start.installing');
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const options = ['ci', '--loglevel=error', '--no-audit', '--no-fund', ...(withDev ? ['--include=dev'] : [])];
  const { status } = spawnSync(command, [...before, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) giveUp('start.installFailed');
}

/** Compares the lock file with the list that npm keeps of what it installed. */
function isInstalled(withDev) {
  const list = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const found = packagesIn(list);
  return Object.entries(wanted).every(([path, wish]) => {
    if (path === '') return true;
    const isSpare = wish.optional || wish.peer || wish.devOptional || (wish.dev && !withDev);
    return found[path] ? found[path].version === wish.version : isSpare;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** The Node.js that runs the program: the installed one, or the current one where it is new enough. */
export function findNode() {
  const candidates = [join(root, 'node_modules/.bin/node'), process.execPath];
  const isNewEnough = (path) => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= 24;
  };
  const node = candidates.find(isNewEnough);
  return node ?? giveUp('start.noNode', { platform: `${process.platform}-${process.arch}`, found: process.version });
}

const repeatWithinMs = 500;

/**
 * Runs a TypeScript file in place of this program: passes on signals and ends with the same exit code.
 *
 * The child has a process group of its own, because Ctrl-C reaches every member of a group, npm passes signals on as
 * well, and a server that hears the same signal twice may take it for impatience.
 */
export function runTypeScript(file, args) {
  if (!existsSync(join(root, file))) giveUp('start.noServer', { file });
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache/node') };
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(findNode(), [...flags, join(root, file), ...args], { env, stdio: 'inherit', detached: true });
  let lastSignalAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - lastSignalAt < repeatWithinMs) return;
      lastSignalAt = Date.now();
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 130)));
}
