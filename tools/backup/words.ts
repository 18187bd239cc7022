import { addWords, say } from '../../platform/i18n/words.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

addWords('backup', { zh, en });

/** Says one sentence in Chinese, and under it in English. */
export function sayBoth(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  const { zh: first, en: second } = say('backup', key, values);
  return `${first}\n${second}`;
}
