import { describe, expect, test } from 'vitest';
import { areaKindOf } from '../../modules/territory/index.ts';
import { checkPlan } from '../district/check-plan.ts';
import { districtPlan } from '../district/plan.ts';
import { computeDemoRows } from './demo-district.ts';
import { inventDistrict } from './demo-plan.ts';
import { demoSignIns } from './demo-sign-ins.ts';

const plan = inventDistrict();
const of = (kind: string) => plan.areas.filter(({ code }) => areaKindOf(code) === kind);

describe('the demo district (演示区)', () => {
  test('is the same every time', () => {
    expect(inventDistrict()).toEqual(plan);
    expect(computeDemoRows()).toEqual(computeDemoRows());
  });

  test('is a plan that could be set up from a file', () => {
    expect(checkPlan(plan)).toEqual([]);
    expect(districtPlan.parse(plan)).toEqual(plan);
  });

  test('has 24 sub-districts, 150 communities with names of their own, three to six grids in each', () => {
    expect(of('subdistrict')).toHaveLength(24);
    expect(of('community')).toHaveLength(150);
    expect(new Set(of('community').map(({ nameZh }) => nameZh)).size).toBe(150);
    expect(new Set(of('community').map(({ nameEn }) => nameEn)).size).toBe(150);
    const sizes = of('community').map(({ code }) => of('grid').filter((grid) => grid.code.startsWith(code)).length);
    expect(new Set(sizes)).toEqual(new Set([3, 4, 5, 6]));
  });

  test('has about eight workers in a community and about 1,300 in all', () => {
    const inCommunities = plan.posts.filter(({ body }) => body.startsWith('committee-'));
    expect(inCommunities.length / 150).toBeGreaterThan(7.5);
    expect(inCommunities.length / 150).toBeLessThan(8.5);
    expect(plan.people.length).toBeGreaterThan(1200);
    expect(plan.people.length).toBeLessThan(1450);
  });

  test('has a head for each body, an elected one in each community, and one worker for each grid', () => {
    const filled = new Set(plan.people.flatMap(({ posts }) => posts.map(({ post }) => post)));
    for (const { key } of plan.bodies) {
      const heads = plan.posts.filter((post) => post.body === key && post.isHead);
      expect(heads, key).toHaveLength(1);
      expect(filled.has(heads[0]!.key), key).toBe(true);
    }
    const directors = plan.posts.filter(({ isHead, body }) => isHead && body.startsWith('committee-'));
    expect(new Set(directors.map(({ kind, tenure }) => `${kind} ${tenure}`))).toEqual(
      new Set(['communityDirector elected']),
    );
    for (const { code } of of('grid')) {
      const workers = plan.posts.filter((post) => post.area === code && post.body.startsWith('committee-'));
      expect(
        workers.map(({ kind, key }) => [kind, filled.has(key)]),
        code,
      ).toEqual([['gridWorker', true]]);
    }
    for (const { code } of of('community')) {
      const clerks = plan.posts.filter((post) => post.area === code && post.kind === 'communityClerk');
      expect(
        clerks.some(({ key }) => filled.has(key)),
        code,
      ).toBe(true);
    }
  });

  test('leaves a few posts vacant, so that vacancies are seen', () => {
    const filled = plan.people.flatMap(({ posts }) => posts.map(({ post }) => post));
    expect(new Set(filled).size).toBe(filled.length);
    expect(plan.posts.length - filled.length).toBeGreaterThan(0);
    expect(plan.posts.length - filled.length).toBeLessThan(10);
  });

  test('has telephone numbers that no network has', () => {
    const numbers = (list: readonly { kind: string; phonePublic: string | null }[]) =>
      list.map(({ kind, phonePublic }) => `${kind} ${phonePublic}`);
    for (const one of numbers(plan.bodies))
      expect(one).toMatch(/^residentsGroup null$|^(?!residentsGroup)\w+ 0999-55[57]-\d{4}$/);
    for (const one of numbers(plan.posts)) expect(one).toMatch(/^gridWorker 0999-556-\d{5}$|^(?!gridWorker)\w+ null$/);
  });

  test('offers a department for each category', () => {
    const duties = plan.bodies.flatMap((body) => body.duties);
    expect(duties.toSorted()).toEqual([...new Set(duties)].toSorted());
    expect(duties).toHaveLength(15);
  });

  test('a sub-district office guides its residents’ committees and leads none', () => {
    const kinds = plan.links.filter(({ to, from }) => to.startsWith('committee-') && from.startsWith('office-'));
    expect(kinds).toHaveLength(150);
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['guides']));
  });

  test('offers thirteen ready sign-ins, among them the neighbour, a leader, a deputy and an administrator', () => {
    const signIns = demoSignIns(computeDemoRows());
    expect(signIns).toHaveLength(13);
    expect(new Set(signIns.map(({ accountId }) => accountId)).size).toBe(13);
    const signIn = (key: string) => signIns.find((one) => one.key === key);
    expect(signIn('director')?.whoZh).not.toBe(signIn('neighbourDirector')?.whoZh);
    expect(signIn('departmentClerk')?.whoZh).toContain('城市管理局');
  });
});
