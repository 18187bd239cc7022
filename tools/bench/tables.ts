import { cpus, loadavg, totalmem } from 'node:os';
import type { LoopLine } from './loop.ts';

export const fixed = (n: number | null, digits: number): string => (n === null ? '–' : n.toFixed(digits));
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** What the figures were measured on, and how busy it was. */
export function drawMachine(): string {
  const [one] = cpus();
  const gb = (totalmem() / 1024 ** 3).toFixed(0);
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus().length} × ${one?.model ?? 'unknown processor'}, ${gb} GB, Node ${process.version}; load of the machine before: ${load}\n`;
}

/** The loop's measurements in the order in which they were taken, then ours ÷ least for each number of callers. */
export function drawLoop(lines: readonly LoopLine[], commandsAMatter: number): string {
  const rows = lines.map((line) => [
    line.way,
    String(line.callers),
    fixed(line.commandsPerSecond, 0),
    fixed(line.commandsPerSecond / commandsAMatter, 1),
    fixed(line.p50Ms, 1),
    fixed(line.p95Ms, 1),
    fixed(line.p99Ms, 1),
    fixed(line.serverMs, 2),
    fixed(line.databaseMs, 2),
  ]);
  const ratios = [...new Set(lines.map(({ callers }) => callers))].map((callers) => {
    const mean = (way: LoopLine['way'], of: (line: LoopLine) => number): number => {
      const own = lines.filter((line) => line.way === way && line.callers === callers);
      return own.reduce((sum, line) => sum + of(line), 0) / own.length;
    };
    const processor = (line: LoopLine) => (line.serverMs ?? 0) + (line.databaseMs ?? 0);
    return [
      String(callers),
      fixed(mean('ours', (l) => l.commandsPerSecond) / mean('least', (l) => l.commandsPerSecond), 2),
      fixed(mean('ours', processor) / mean('least', processor), 2),
    ];
  });
  const head = [
    'way',
    'callers',
    'commands/s',
    'matters/s',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'server CPU ms',
    'database CPU ms',
  ];
  return `${table(head, rows)}\n\n${table(['callers', 'ours ÷ least, commands/s', 'ours ÷ least, CPU'], ratios)}\n`;
}
