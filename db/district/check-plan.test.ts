import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { planFaultText } from './plan-fault.ts';
import { readPlan } from './read-plan.ts';

const guide = readFileSync(new URL('../../docs/how-to/set-up-a-district.md', import.meta.url), 'utf8');
const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';

type Json = Record<string, Record<string, unknown>[]>;
const read = (change: (plan: Json) => void) => {
  const plan = JSON.parse(example) as Json;
  change(plan);
  const reading = readPlan('plan.json', JSON.stringify(plan));
  return reading.ok ? [] : reading.faults;
};

describe('a plan (区建置方案)', () => {
  test('as the guide shows it has no fault', () => {
    expect(read(() => undefined)).toEqual([]);
  });

  test('may have no links: a centre and its administrator are enough to begin', () => {
    expect(read((p) => delete p['links'])).toEqual([]);
  });

  test.each<[string, (plan: Json) => void, string, string]>([
    [
      'an area outside',
      (p) => p['areas']!.push({ code: '990198001', nameZh: '外', nameEn: 'Out' }),
      'outside',
      'areas 990198001',
    ],
    [
      'an area without its parent',
      (p) => p['areas']!.push({ code: '990199002001', nameZh: '孤', nameEn: 'Alone' }),
      'unknown',
      'areas 990199002001',
    ],
    ['no district', (p) => p['areas']!.shift(), 'districtMissing', 'areas'],
    [
      'a community without a committee',
      (p) => p['areas']!.push({ code: '990199001002', nameZh: '新', nameEn: 'New' }),
      'bodyMissing',
      'areas 990199001002',
    ],
    ['two task groups', (p) => p['bodies']!.push({ ...p['bodies']![2], key: 'again' }), 'repeated', 'bodies'],
    [
      'duties of a committee',
      (p) => Object.assign(p['bodies']![3]!, { duties: ['noise'] }),
      'dutiesElsewhere',
      'bodies qingxi',
    ],
    ['a link to nobody', (p) => Object.assign(p['links']![0]!, { to: 'nobody' }), 'unknown', 'links group → nobody'],
    [
      'a link with itself',
      (p) => Object.assign(p['links']![0]!, { to: 'group' }),
      'linkWithItself',
      'links group → group',
    ],
    [
      'a grid worker without a grid',
      (p) => Object.assign(p['posts']![1]!, { area: '990199001001' }),
      'gridWorkerWithoutGrid',
      'posts grid-1',
    ],
    ['two heads', (p) => Object.assign(p['posts']![1]!, { isHead: true }), 'repeated', 'posts, isHead'],
    ['a login twice', (p) => Object.assign(p['people']![1]!, { login: 'director.qingxi' }), 'repeated', 'people'],
    [
      'a post held twice',
      (p) => Object.assign(p['people']![1]!, { posts: [{ post: 'director', fromOn: '2024-05-01' }] }),
      'repeated',
      'people, posts',
    ],
    [
      'dates in the wrong order',
      (p) => Object.assign(p['people']![1]!, { posts: [{ post: 'grid-1', fromOn: '2024-05-01', toOn: '2023-05-01' }] }),
      'datesReversed',
      'people grid1.qingxi',
    ],
    ['a misspelt field', (p) => Object.assign(p['people']![1]!, { phone: '1' }), 'shape', 'people.1'],
    [
      'a time zone that is none',
      (p) => Object.assign(p['district']!, { timeZone: 'Asia/Qichuan' }),
      'shape',
      'district.timeZone',
    ],
    [
      'a date that is none',
      (p) => Object.assign(p['district']!, { foundedOn: '2019-02-30' }),
      'shape',
      'district.foundedOn',
    ],
  ])('with %s is turned away', (_, change, code, at) => {
    const faults = read(change);
    expect(faults).toContainEqual(expect.objectContaining({ code, values: expect.objectContaining({ at }) }));
    for (const fault of faults) expect(planFaultText(fault)).not.toMatch(/\{\{|undefined/);
  });

  test('that is not JSON is turned away', () => {
    expect(readPlan('plan.json', '{')).toMatchObject({ ok: false, faults: [{ code: 'notJson' }] });
  });
});
