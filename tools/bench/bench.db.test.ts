import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'linli-bench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function runBench(options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench/main.ts', ...options], {
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/error/i);
  expect(status).toBe(0);
  expect(stdout).not.toContain('NaN');
  return stdout;
}

test(
  'the bench of the loop works: a short run prints its table, with work done in both ways',
  { timeout: 600_000 },
  () => {
    const stdout = runBench('--parts loop --no-month --seconds 0.5 --callers 2'.split(' '));
    const ways = [...stdout.matchAll(/^\| (ours|least) \| 2 \| (\d+) /gm)];
    expect(ways.map(([, way]) => way)).toEqual(['ours', 'least', 'ours', 'least']);
    expect(ways.every(([, , commands]) => Number(commands) > 0)).toBe(true);
    expect(stdout).toContain('ours ÷ least, commands/s');
  },
);

// Some minutes long, since it makes a month of the demo district first: LINLI_LONG=1 npx vitest run tools/bench
test.runIf(process.env['LINLI_LONG'] === '1')(
  'the bench of growth works: it fills two sizes and a small country, reads and weighs them, and replays a short list',
  { timeout: 1_200_000 },
  () => {
    const lists = writeLists();
    const options =
      '--parts reads,weight,country,replay --matters 2200,2600 --readings 2 --seconds 0.5 --others 60'.split(' ');
    const files = ['--divisions', lists.divisions, '--replay', lists.requests, '--hours', '1', '--speed', '1200'];
    const stdout = runBench([...options, ...files]);
    expect(stdout).toMatch(/^\| queue, community \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+ \| \d+ KB \|$/m);
    expect(stdout).toMatch(/^\| overview, district \| -?[\d.]+ \| [\d.]+ \| (met|.*above.*|.*below.*) \|$/m);
    expect(stdout).toMatch(/^\| GB on disk for each million matters \| [1-9]/m);
    expect(stdout).toMatch(/^3 districts, \d+ areas, \d+ bodies, 2260 matters/m);
    expect(stdout).toMatch(/^\| queue, community \| [\d.]+ \| [\d.]+ \| [\d.]+ \|/m);
    expect(stdout).toContain('| answered with a receipt | 3 |');
    expect(stdout).toContain('| left out, without any place | 1 |');
    expect(stdout).toContain('| failures | none |');
  },
);

/** A list of two invented districts, and four requests of an invented city, one of them without a place. */
function writeLists(): { readonly divisions: string; readonly requests: string } {
  const divisions = join(folder, 'divisions.csv');
  const lines = ['code,level,name', '990000000000,province,云岭省', '990300000000,city,霞川市'];
  for (const district of ['990301', '990302']) {
    lines.push(`${district}000000,district,霞${district.at(-1)}区`, `${district}001000,subdistrict,云桥街道`);
    for (const n of [1, 2, 3]) lines.push(`${district}00100${n},community,云桥${n}社区居委会`);
  }
  writeFileSync(divisions, lines.join('\n'));
  const requests = join(folder, 'requests.jsonl');
  const request = (minute: number, place: object) =>
    JSON.stringify({
      service_request_id: `r${minute}`,
      service_name: 'Street Light Outages',
      description: 'The lamp is dark',
      address: null,
      lat: null,
      long: null,
      requested_datetime: `2030-07-01T10:0${minute}:00-04:00`,
      ...place,
    });
  const place = { lat: 36.06, long: 103.83 };
  writeFileSync(requests, [request(1, place), request(2, place), request(3, {}), request(4, place)].join('\n'));
  return { divisions, requests };
}
