import { expect, test } from 'vitest';
import { labelOf } from './area-label.ts';

const named = (zh: string, en: string) => ({ zh, en });
const district = named('栖川区', 'Qichuan District');
const community = named('星井社区', 'Xingjing Community');

test.each([
  [
    'a sub-district without its kind',
    '990102001',
    named('云山街道', 'Yunshan Sub-district'),
    district,
    '云山',
    'Yunshan',
  ],
  [
    'a grid without its community',
    '990102001001001',
    named('星井社区第一网格', 'Xingjing Grid 1'),
    community,
    '第一网格',
    'Grid 1',
  ],
  [
    'a grid of a name of its own as it is',
    '990102001001002',
    named('河东片', 'East Bank'),
    community,
    '河东片',
    'East Bank',
  ],
  [
    'a grid called like its community as it is',
    '990102001001003',
    named('星井社区', 'Xingjing'),
    community,
    '星井社区',
    'Xingjing',
  ],
])('writes %s', (_, code, name, whole, zh, en) => {
  expect([labelOf({ code, name }, whole, 'zh'), labelOf({ code, name }, whole, 'en')]).toEqual([zh, en]);
});
