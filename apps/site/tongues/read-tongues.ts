import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import zh from '../words/zh.json' with { type: 'json' };
import { checkTongue, type ReadTongue } from './check-tongue.ts';
import { makeTongue, type Tongue } from './tongue.ts';

export type FoundTongues = {
  readonly tongues: readonly Tongue[];
  /** What an operator should know, file by file. */
  readonly notes: readonly string[];
};

/** Says in a line what a check of a words file found, in Chinese and English. */
export function noteOf(file: string, { head, findings }: ReadTongue): string | undefined {
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length;
  if (!head) {
    const about = findings.map((finding) => finding.about).join(', ');
    return `${file}：用不了，请改：${about}。 Cannot be used; please mend: ${about}.`;
  }
  const [missing, gaps, unknown] = [count('missing'), count('gaps'), count('unknown')];
  if (missing + gaps + unknown === 0) return undefined;
  return `${file}（${head.name}）：缺 ${missing} 句，填空不符 ${gaps} 句，多余 ${unknown} 句。 Lacks ${missing} sentences, ${gaps} with other gaps to fill, ${unknown} unknown.`;
}

/** Reads the words files in a folder (语言包), once at start; no folder is no further language. */
export function readTongues(folder: string): FoundTongues {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const tongues: Tongue[] = [];
  const notes: string[] = [];
  for (const file of files.toSorted()) {
    const read = checkTongue(readFileSync(join(folder, file), 'utf8'), zh);
    const note = noteOf(file, read);
    if (note !== undefined) notes.push(note);
    if (read.head) tongues.push(makeTongue(read.head, read.words));
  }
  return { tongues, notes };
}
