// Builds the offices' screens into dist/console when their sources have changed. Runs on Node 20.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findNode, giveUp, root, say } from './ready.mjs';

/** The screens are built anew when any of their sources has changed. */
export function buildScreens() {
  const config = 'apps/console/vite.config.ts';
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

if (process.argv[1] === fileURLToPath(import.meta.url)) buildScreens();
