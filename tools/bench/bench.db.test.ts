import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test(
  'the bench itself works: a short run prints each table, with work done in both ways and no gap',
  { timeout: 600_000 },
  () => {
    const options = '--seconds 0.5 --callers 2 --matters 2000,4000 --readings 3 --no-month'.split(' ');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench/main.ts', ...options], {
      encoding: 'utf8',
    });
    expect(stderr).not.toMatch(/error/i);
    expect(status).toBe(0);
    const ways = [...stdout.matchAll(/^\| (ours|least) \| 2 \| (\d+) /gm)];
    expect(ways.map(([, way]) => way)).toEqual(['ours', 'least', 'ours', 'least']);
    expect(ways.every(([, , commands]) => Number(commands) > 0)).toBe(true);
    expect(stdout).toContain('ours ÷ least, commands/s');
    expect(stdout).toContain('| queue, community |');
    expect(stdout).toContain('growth exponent');
    expect(stdout).not.toContain('NaN');
  },
);
