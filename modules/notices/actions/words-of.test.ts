import { expect, test } from 'vitest';
import { wordsOf } from './deliver.ts';

test('a message holds the number and where to look, in the language it was chosen in, and nothing else', () => {
  expect(wordsOf('2611-00042-K', 'https://site.invalid', 'zh')).toEqual({
    subject: '邻里 2611-00042-K',
    text: '【邻里】您反映的 2611-00042-K 有新进展，请凭查询码查看：https://site.invalid/follow?number=2611-00042-K',
  });
  expect(wordsOf('2611-00042-K', 'https://site.invalid', 'en')).toEqual({
    subject: 'Linli 2611-00042-K',
    text: '[Linli] There is news on your report 2611-00042-K. Look it up with your code: https://site.invalid/follow?number=2611-00042-K&language=en',
  });
});
