import { readFileSync } from 'node:fs';

type Sentence = { readonly zh: string; readonly en: string };

const sentences = JSON.parse(readFileSync(new URL('./faults.json', import.meta.url), 'utf8')) as Record<
  string,
  Sentence
>;

/** Something a plan gets wrong: a permanent code, where (`at`), and the values its sentence needs. */
export type PlanFault = { readonly code: string; readonly values: Readonly<Record<string, string | number>> };

/** The sentence of a fault, Chinese line first. */
export function planFaultText({ code, values }: PlanFault): string {
  const sentence = sentences[code];
  if (!sentence) throw new Error(`faults.json has no sentence for "${code}"`);
  const fill = (text: string) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  return `${fill(sentence.zh)}\n${fill(sentence.en)}`;
}
