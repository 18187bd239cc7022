import { growthExponent } from '../callers.ts';
import { fixed, table } from '../tables.ts';
import type { CountryReadings } from './country.ts';
import type { Reading, SizeReadings } from './reads.ts';
import type { Replayed } from './replay.ts';
import type { Weight } from './weigh.ts';

const AIM_EXPONENT = 0.05;
const AIM_P99_MS = 50;
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

/** Each page at each size. */
export function drawReads(sizes: readonly SizeReadings[]): string {
  const names = sizes[0]?.readings.map(({ name }) => name) ?? [];
  const rows = names.map((name, i) => [
    name,
    ...sizes.flatMap(({ readings }) => [fixed(readings[i]?.p50Ms ?? null, 1), fixed(readings[i]?.p99Ms ?? null, 1)]),
    kb(sizes.at(-1)?.readings[i]?.bytes ?? 0),
  ]);
  const head = ['page', ...sizes.flatMap(({ matters }) => [`${matters} p50 ms`, `${matters} p99 ms`]), 'answer'];
  return `${table(head, rows)}\n`;
}

/** How each page grows with the record, beside what is aimed at; needs two sizes. */
export function drawGrowth(sizes: readonly SizeReadings[]): string {
  if (sizes.length < 2) return '';
  const last = sizes.at(-1);
  const names = sizes[0]?.readings.map(({ name }) => name) ?? [];
  const rows = names.map((name, i) => {
    const exponent = growthExponent(sizes.map(({ matters, readings }) => [matters, readings[i]?.p50Ms ?? Number.NaN]));
    const p99Ms = last?.readings[i]?.p99Ms ?? Number.NaN;
    const misses = [
      ...(exponent > AIM_EXPONENT ? [`exponent above ${AIM_EXPONENT}`] : []),
      ...(p99Ms >= AIM_P99_MS ? [`p99 not below ${AIM_P99_MS} ms`] : []),
    ];
    return [name, fixed(exponent, 3), fixed(p99Ms, 1), misses.join(', ') || 'met'];
  });
  return `${table(['page', 'growth exponent of the median', `p99 ms at ${last?.matters}`, 'aim'], rows)}\n`;
}

/** Start, memory and disk. */
export function drawWeight(weight: Weight): string {
  const { matters, startMs, serverMb, databaseMb, bytesAMatter, heaviest } = weight;
  const facts = [
    ['start of the server until it answers, ms', startMs.map((ms) => ms.toFixed(0)).join(', ')],
    ['server (HTTP, timer and delivery in one process), MB idle', fixed(serverMb.idle, 0)],
    ['server, most MB under load', fixed(serverMb.busy, 0)],
    ['database with all its processes, MB idle', fixed(databaseMb.idle, 0)],
    ['database, most MB under load', fixed(databaseMb.busy, 0)],
    ['GB on disk for each million matters', fixed((bytesAMatter * 1e6) / 1024 ** 3, 1)],
  ];
  const tables = heaviest.map((one) => [one.table, fixed(one.bytesAMatter, 0)]);
  return `${table([`at ${matters} matters`, ''], facts)}\n\n${table(['table with its indexes', 'bytes for each matter'], tables)}\n`;
}

/** One district alone and in the country, and others beside it. */
export function drawCountry(found: CountryReadings): string {
  const { alone, within, elsewhere, districts, areas, bodies, matters, gb } = found;
  const mean = (times: readonly (readonly Reading[])[], i: number, of: (one: Reading) => number): number =>
    times.reduce((sum, readings) => sum + of(readings[i] as Reading), 0) / times.length;
  const names = alone[0]?.map(({ name }) => name) ?? [];
  const p50 = ({ p50Ms }: Reading) => p50Ms;
  const p99 = ({ p99Ms }: Reading) => p99Ms;
  const rows = names.map((name, i) => [
    name,
    fixed(mean(alone, i, p50), 1),
    fixed(mean(within, i, p50), 1),
    fixed(mean(within, i, p50) / mean(alone, i, p50), 2),
    fixed(mean(alone, i, p99), 1),
    fixed(mean(within, i, p99), 1),
    ...elsewhere.map(({ readings }) => fixed(readings.find((one) => one.name === name)?.p50Ms ?? null, 1)),
  ]);
  const head = [
    'page',
    'alone p50 ms',
    'in the country p50 ms',
    'country ÷ alone',
    'alone p99 ms',
    'in the country p99 ms',
    ...elsewhere.map(({ district, communities }) => `${district} (${communities} communities) p50 ms`),
  ];
  const facts = `${districts} districts, ${areas} areas, ${bodies} bodies, ${matters} matters, ${gb.toFixed(1)} GB`;
  return `${facts}\n\n${table(head, rows)}\n`;
}

/** What came of a city's load. */
export function drawReplay(replayed: Replayed): string {
  const { fromAt, hours, speed, rows, leftOut, sent, created, askedBack, failures, lateMs, late } = replayed;
  const failed = [...failures].map(([status, n]) => `${status}: ${n}`).join(', ');
  const facts = [
    ['span of the record', `${hours} hours from ${fromAt}, ${speed} times as fast`],
    ['requests in it', String(rows)],
    ['left out, without any place', String(leftOut)],
    ['sent', String(sent)],
    ['answered with a receipt', String(created)],
    ['asked to come back (503), and sent again then', String(askedBack)],
    ['failures', failed || 'none'],
    [
      'due until answered, ms: p50, p99, most',
      [lateMs.p50, lateMs.p99, lateMs.max].map((ms) => ms.toFixed(0)).join(', '),
    ],
    ['a second late or more', String(late)],
  ];
  return `${table(['replay', ''], facts)}\n`;
}
