import { expect, test } from 'vitest';
import { makeTongue } from './tongue.ts';
import { pickTongue } from './pick-tongue.ts';

const uyghur = makeTongue({ tag: 'ug-CN', name: 'ئۇيغۇرچە', direction: 'rtl', fallback: 'zh' }, {});

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['*', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9,zh;q=0.4', 'en'],
  ['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
  ['fr', 'zh'],
  ['en;q=0.2, zh-Hant-TW;q=0.7', 'zh'],
  ['en;q=0, fr', 'zh'],
  ['en;q=nonsense', 'zh'],
  ['ug-CN,zh;q=0.5', 'ug-cn'],
  ['ug', 'ug-cn'],
  ['english please', 'zh'],
])('a browser that says %s reads %s', (accepted, tongue) => {
  expect(pickTongue(accepted, [uyghur]).id).toBe(tongue);
});
