// npm start: checks, installs, builds the office screens if needed, then runs the server.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ensureInstalled, findNode, giveUp, root, runTypeScript, say } from './ready.mjs';

await refuseCheapFaults();
ensureInstalled({ withDev: false });
buildScreens();
runTypeScript('apps/server/main.ts', process.argv.slice(2));

/** What can be known before a slow install. The server reads all settings again, thoroughly. */
async function refuseCheapFaults() {
  const value = process.env.PORT?.trim() || '8750';
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65535) giveUp('config.port', { value });
  if (process.env.LINLI_MODE?.trim() === 'production' && !process.env.LINLI_SECRET?.trim())
    giveUp('config.secretMissing');
  const error = await tryPort(port, process.env.HOST?.trim() || '127.0.0.1');
  if (error === 'EADDRINUSE') giveUp('config.portTaken', { value, other: port < 65535 ? port + 1 : 8750 });
  if (error === 'EACCES') giveUp('config.portDenied', { value });
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}

/** The screens are built anew when any of their sources has changed. */
function buildScreens() {
  const config = 'apps/console/vite.config.ts';
  if (!existsSync(join(root, config))) return say('start.noScreens');
  const stamp = join(root, 'dist/console.stamp');
  const sources = hashOfSources();
  const isBuilt =
    existsSync(join(root, 'dist/console')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (isBuilt) return;
  say('start.building');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--config', config, '--logLevel', 'warn'];
  const { status } = spawnSync(findNode(), [vite, ...options], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) giveUp('start.screensFailed');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, sources);
}

function hashOfSources() {
  const modules = join(root, 'modules');
  const parts = existsSync(modules) ? readdirSync(modules).flatMap((name) => partsOf(`modules/${name}`)) : [];
  const files = ['apps/console', 'ui', 'platform', ...parts].flatMap(filesIn).concat('package-lock.json');
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

const partsOf = (module) =>
  ['console', 'contract', 'rules', 'kit', 'words', 'procedures'].map((part) => `${module}/${part}`);

function filesIn(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(inside);
    return entry.isFile() && !/\.test\.\w+$/.test(entry.name) ? [inside] : [];
  });
}
