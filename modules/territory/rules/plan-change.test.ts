import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaChangeOrder, AreaFacts } from '../contract/area-change.ts';
import { areaKindOf, computeAreaPath, parentOf } from './area-code.ts';
import { planChange } from './plan-change.ts';

const district = 990199;
const area = (code: string, change: Partial<AreaFacts> = {}): AreaFacts => ({
  code,
  kind: areaKindOf(code) ?? 'none',
  nameZh: `地方${code}`,
  nameEn: `Place ${code}`,
  foundedOn: '2019-05-01',
  endedOn: null,
  ...change,
});
const street = '990199001';
const areas = [
  area(street),
  area(`${street}001`),
  area(`${street}001001`),
  area(`${street}001002`),
  area(`${street}001003`, { endedOn: '2025-01-01' }),
  area(`${street}002`),
  area(`${street}002005`),
  area(`${street}003`, { endedOn: '2025-01-01' }),
];
const about = { id: '01900000-0000-7000-8000-000000000001', on: '2026-07-15', source: '样例〔2026〕1号' };
const merge = (change: object = {}) =>
  ({ ...about, kind: 'merge', code: `${street}001`, into: `${street}002`, ...change }) as AreaChangeOrder;
const split = (...parts: { nameZh: string; grids: string[] }[]) =>
  ({
    ...about,
    kind: 'split',
    code: `${street}001`,
    parts: parts.map((part) => ({ nameEn: part.nameZh, ...part })),
  }) as AreaChangeOrder;
const plan = (order: AreaChangeOrder, more: readonly AreaFacts[] = []) =>
  planChange(order, { districtId: district, areas: [...areas, ...more] });

describe('a merger (合并)', () => {
  test('ends the community and its grids, which go on under codes nobody ever had', () => {
    expect(plan(merge())).toEqual({
      ok: true,
      value: {
        ended: [`${street}001`, `${street}001001`, `${street}001002`],
        founded: [
          { code: `${street}002006`, nameZh: `地方${street}001001`, nameEn: `Place ${street}001001` },
          { code: `${street}002007`, nameZh: `地方${street}001002`, nameEn: `Place ${street}001002` },
        ],
        successions: [
          { from: `${street}001`, to: `${street}002`, isWhole: true },
          { from: `${street}001001`, to: `${street}002006`, isWhole: true },
          { from: `${street}001002`, to: `${street}002007`, isWhole: true },
        ],
        renamed: [],
      },
    });
  });

  test.each([
    ['into itself', merge({ into: `${street}001` }), 'area.into_itself'],
    ['across districts', merge({ into: '990198001001' }), 'area.across_districts'],
    ['of an area of another district', merge({ code: '990198001001' }), 'area.across_districts'],
    ['of an area that ended', merge({ code: `${street}003` }), 'area.ended'],
    ['into an area that ended', merge({ into: `${street}003` }), 'area.ended'],
    ['of a code nobody knows', merge({ code: `${street}099` }), 'area.not_found'],
    ['on the day of founding', merge({ on: '2019-05-01' }), 'area.before_founding'],
    ['before the founding', merge({ on: '2018-01-01' }), 'area.before_founding'],
    ['of a sub-district', merge({ code: street }), 'area.not_a_community'],
    ['of a grid', merge({ code: `${street}001001` }), 'area.not_a_community'],
  ])('is refused %s', (_, order, code) => {
    expect(plan(order)).toMatchObject({ ok: false, code });
  });

  test('is refused when the successor has no code left for a grid', () => {
    expect(plan(merge(), [area(`${street}002998`, { endedOn: '2024-01-01' })])).toMatchObject({ code: 'area.no_room' });
  });
});

describe('a split (拆分)', () => {
  test('founds the parts with their grids and leaves the rest', () => {
    const order = split({ nameZh: '新北', grids: [`${street}001002`] }, { nameZh: '新南', grids: [] });
    expect(plan(order)).toMatchObject({
      ok: true,
      value: {
        ended: [`${street}001002`],
        founded: [{ code: `${street}004` }, { code: `${street}004001` }, { code: `${street}005` }],
        successions: [
          { from: `${street}001`, to: `${street}004`, isWhole: false },
          { from: `${street}001002`, to: `${street}004001`, isWhole: true },
          { from: `${street}001`, to: `${street}005`, isWhole: false },
        ],
      },
    });
  });

  test.each([
    ['of a grid elsewhere', split({ nameZh: '新北', grids: [`${street}002005`] }), 'area.grid_elsewhere'],
    ['of a grid that ended', split({ nameZh: '新北', grids: [`${street}001003`] }), 'area.grid_elsewhere'],
    [
      'of a grid named twice',
      split({ nameZh: '新北', grids: [`${street}001001`] }, { nameZh: '新南', grids: [`${street}001001`] }),
      'area.grid_twice',
    ],
    ['under a name that is there', split({ nameZh: `地方${street}002`, grids: [] }), 'area.name_taken'],
    ['under one name twice', split({ nameZh: '新北', grids: [] }, { nameZh: '新北', grids: [] }), 'area.name_taken'],
  ])('is refused %s', (_, order, code) => {
    expect(plan(order)).toMatchObject({ ok: false, code });
  });
});

test('a new name (改名) changes nothing else, and is refused when it is no new one or taken', () => {
  const rename = (nameZh: string, nameEn = 'New') =>
    ({ ...about, kind: 'rename', code: `${street}001`, nameZh, nameEn }) as AreaChangeOrder;
  expect(plan(rename('新名'))).toMatchObject({ value: { ended: [], founded: [], renamed: [{ nameZh: '新名' }] } });
  expect(plan(rename(`地方${street}001`, `Place ${street}001`))).toMatchObject({ code: 'area.same_name' });
  expect(plan(rename(`地方${street}002`))).toMatchObject({ code: 'area.name_taken' });
});

/** Scope laws: what is below an area is a range of codes, whatever was merged or split before. */
test('codes stay a tree by prefix through any row of mergers and splits, and no code comes twice', () => {
  const step = fc.record({ merges: fc.boolean(), pick: fc.nat(), other: fc.nat(), take: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let tree: AreaFacts[] = areas.slice();
      for (const [i, { merges, pick, other, take }] of steps.entries()) {
        const living = tree.filter(({ kind, endedOn }) => kind === 'community' && endedOn === null);
        const own = living[pick % living.length]!;
        const grids = tree.filter(
          ({ code, kind, endedOn }) => kind === 'grid' && endedOn === null && code.startsWith(own.code),
        );
        const order = merges
          ? merge({ code: own.code, into: living[other % living.length]!.code, on: '2026-08-01' })
          : {
              ...split({ nameZh: `新${i}`, grids: grids.slice(0, take).map(({ code }) => code) }),
              code: own.code,
              on: '2026-08-01',
            };
        const result = planChange(order, { districtId: district, areas: tree });
        if (!result.ok) continue;
        const { ended, founded, successions } = result.value;
        const before = tree.filter(({ kind, endedOn }) => kind === 'grid' && endedOn === null).length;
        for (const { code } of founded) expect(tree.some((one) => one.code === code)).toBe(false);
        tree = [
          ...tree.map((one) => (ended.includes(one.code) ? { ...one, endedOn: '2026-08-01' } : one)),
          ...founded.map(({ code, nameZh }) => area(code, { nameZh })),
        ];
        expect(tree.filter(({ kind, endedOn }) => kind === 'grid' && endedOn === null)).toHaveLength(before);
        for (const code of ended)
          expect(successions.filter(({ from, isWhole }) => isWhole && from === code)).toHaveLength(1);
      }
      const codes = tree.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code } of tree.filter(({ kind, endedOn }) => kind !== 'subdistrict' && endedOn === null)) {
        const parent = tree.find((one) => one.code === parentOf(code));
        expect(parent?.endedOn).toBeNull();
        expect(code > parent!.code && code < `${parent!.code}~`).toBe(true);
        expect(computeAreaPath(code).every((one) => code.startsWith(one))).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

describe('a founding (设立)', () => {
  const found = (code: string, nameZh = '新设社区') =>
    plan({ ...about, kind: 'found', code, nameZh, nameEn: 'New' }, [area('990199')]);

  test('takes the next code that nobody ever had, right below', () => {
    expect(found(street)).toMatchObject({ ok: true, value: { founded: [{ code: `${street}004` }], ended: [] } });
    expect(found('990199')).toMatchObject({ ok: true, value: { founded: [{ code: '990199002' }] } });
    expect(
      plan({ ...about, kind: 'found', code: `${street}009`, nameZh: '第一网格', nameEn: 'Grid' }, [
        area(`${street}009`),
      ]),
    ).toMatchObject({
      ok: true,
      value: { founded: [{ code: `${street}009001` }] },
    });
  });

  test.each([
    [`${street}001`, '第三网格', 'area.has_grids'],
    [`${street}001001`, '一号楼', 'area.holds_none'],
    [`${street}003`, '第一网格', 'area.ended'],
    [street, `地方${street}001`, 'area.name_taken'],
  ])('%s %s is refused as %s', (code, nameZh, refusal) => {
    expect(found(code, nameZh)).toMatchObject({ ok: false, code: refusal });
  });
});

describe('an end (撤销)', () => {
  const end = (code: string) => plan({ ...about, kind: 'end', code }, [area('990199'), area(`${street}009`)]);

  test('is for what has nothing in it', () => {
    expect(end(`${street}009`)).toEqual({
      ok: true,
      value: { ended: [`${street}009`], founded: [], successions: [], renamed: [] },
    });
    expect(end(`${street}001`)).toMatchObject({ ok: false, code: 'area.has_below', details: { count: 2 } });
    expect(end('990199')).toMatchObject({ ok: false, code: 'area.is_district' });
  });
});
