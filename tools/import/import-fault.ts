import { addWords, say, type Both } from '../../platform/i18n/words.ts';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

addWords('import', { zh, en });

/** A sentence of the importer in both languages. */
export const sayImport = (key: string, values: Readonly<Record<string, string | number>> = {}): Both =>
  say('import', key, values);

/** A sentence on two lines, Chinese first. */
export const importText = (key: string, values?: Readonly<Record<string, string | number>>): string => {
  const { zh: first, en: second } = sayImport(key, values);
  return `${first}\n${second}`;
};

/** What keeps an import from starting or from going on (导入故障), told to the person at the keyboard. */
export class ImportFault extends Error {
  readonly code: string;

  constructor(code: string, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(importText(`faults.${code}`, values), cause === undefined ? {} : { cause });
    this.name = 'ImportFault';
    this.code = code;
  }
}
