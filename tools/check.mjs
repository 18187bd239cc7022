// npm run check: types, lint, format, unused code, boundaries. Each says how many files it saw: one that sees none fails.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, findNode, root } from './ready.mjs';

ensureInstalled({ withDev: true });
const node = findNode();
const bin = (name) => join(root, 'node_modules/.bin', name);

/** What was found the last time is kept: only what changed, and what leans on it, is looked at again. */
const keepFindings = ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'];

const checks = [
  {
    name: 'types',
    command: [bin('tsc'), '--noEmit', '-p', '.', '--listFiles', '--pretty', 'false', ...keepFindings],
    isListed: (line) => line.startsWith(root) && !line.includes('node_modules'),
    isNoise: (line) => /^\/.*\.(ts|tsx|json|mts|cts)$/.test(line),
  },
  { name: 'lint', command: [bin('oxlint'), '--type-aware'], files: /on (\d+) files/ },
  { name: 'format', command: [bin('oxfmt'), '--check'], files: /on (\d+) files/ },
  {
    name: 'unused',
    command: [bin('knip'), '--no-progress', '--reporter', 'compact', '--reporter', './tools/knip-files.mjs'],
    files: /saw (\d+) files/,
  },
  { name: 'boundaries', command: [node, 'tools/check-boundaries.ts'], files: /; (\d+) files/ },
];

const results = await inTwoLanes(checks);
process.exitCode = results.every(Boolean) ? 0 : 1;

/** Two at a time: each check uses more than one core by itself. */
async function inTwoLanes(all) {
  const waiting = [...all];
  const lane = async () => {
    const ok = [];
    for (let next = waiting.shift(); next; next = waiting.shift()) ok.push(await runCheck(next));
    return ok;
  };
  return (await Promise.all([lane(), lane()])).flat();
}

async function runCheck({ name, command, files, isListed, isNoise }) {
  const startedAt = Date.now();
  const { status, output } = await collect(command);
  const lines = output.split('\n');
  const seen = files ? Number(files.exec(output)?.[1] ?? 0) : lines.filter(isListed).length;
  const ok = status === 0 && seen > 0;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (!ok)
    console.log(
      lines
        .filter((line) => !isNoise?.(line))
        .join('\n')
        .trim(),
    );
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)} ${String(seen).padStart(4)} files  ${seconds} s`);
  return ok;
}

function collect([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH: `${bin('')}:${process.env.PATH}` } });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
