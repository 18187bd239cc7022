import { readFileSync } from 'node:fs';

type Sentence = { readonly zh: string; readonly en: string };
export type FaultValues = Readonly<Record<string, string | number>>;

const sentences = JSON.parse(readFileSync(new URL('./start-faults.json', import.meta.url), 'utf8')) as Record<
  string,
  Sentence
>;

/** Something outside the program that keeps it from starting (启动故障), told to the operator in both languages. */
export class StartFault extends Error {
  readonly code: string;

  constructor(code: string, values: FaultValues = {}, cause?: unknown) {
    super(startFaultText(code, values), cause === undefined ? {} : { cause });
    this.name = 'StartFault';
    this.code = code;
  }
}

/** The sentence of a start fault, Chinese line first, with `values` filled in. */
export function startFaultText(code: string, values: FaultValues = {}): string {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`start-faults.json has no sentence for "${code}"`);
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  return `${fill(sentence.zh)}\n${fill(sentence.en)}`;
}
