import { expect, test } from 'vitest';
import type { Address } from '../contract/address.ts';
import { addressKeyOf } from './address-key.ts';
import { foldAddress } from './fold-address.ts';
import { matchAddress } from './match-address.ts';
import { parseAddress } from './parse-address.ts';
import { processorMs } from '../../../tests/support/processor-ms.ts';

/** 1,000 estates of 20 buildings with 4 stairwells each: 101,000 rows, 80,000 of them doors. */
function register(): Address[] {
  const row = (
    code: string,
    parentCode: string | null,
    kind: Address['kind'],
    name: string,
    gridCode: string | null,
  ) => ({
    code,
    communityCode: '990199001001',
    parentCode,
    kind,
    name,
    key: addressKeyOf(kind, name),
    isRoad: false,
    isDoor: gridCode !== null,
    gridCode,
    point: null,
  });
  return Array.from({ length: 1_000 }, (_, place) => {
    const above = `P${place}`;
    return [
      row(above, null, 'place', `样${String(place).padStart(4, '0')}苑`, null),
      ...Array.from({ length: 20 }, (_, b) => [
        row(`${above}B${b}`, above, 'building', `${b + 1}号楼`, null),
        ...Array.from({ length: 4 }, (_, u) =>
          row(`${above}B${b}U${u}`, `${above}B${b}`, 'stairwell', `${u + 1}单元`, `99019900100100${(place % 5) + 1}`),
        ),
      ]).flat(),
    ];
  }).flat();
}

test('100,000 addresses are read in seconds, and one is matched with as many before a person notices', async () => {
  const rows = register();
  expect(rows.length).toBeGreaterThan(100_000);
  const texts = Array.from(
    { length: 100_000 },
    (_, n) => `样${String(n % 1_000).padStart(4, '0')}苑${(n % 20) + 1}号楼${(n % 4) + 1}单元`,
  );
  const reading = await processorMs(() => {
    for (const text of texts) if (parseAddress(text).buildings.length !== 1) throw new Error(text);
  });
  expect(reading).toBeLessThan(10_000);

  expect(await processorMs(() => matchAddress('样0777苑三号楼二单元401', rows))).toBeLessThan(2_000);
  expect(matchAddress('样0777苑三号楼二单元401', rows)).toMatchObject({
    found: true,
    address: { label: '样0777苑3号楼2单元' },
  });
  expect(foldAddress('样０７７７苑')).toBe('样0777苑');
});
