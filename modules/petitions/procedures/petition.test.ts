import { expect, test } from 'vitest';
import { faultsIn, readInput, type Procedure } from '../../matters/index.ts';
import { petition } from './petition.ts';

const procedure: Procedure = petition;
const opened = {
  summary: '拆迁补偿款没有按协议发',
  kind: 'claim',
  source: 'visit',
  representatives: 'five',
  content: '请求按 2024 年协议补发过渡费，事实和理由附后。',
};

test('a petition lets nothing fall through', () => {
  expect(faultsIn(petition)).toEqual([]);
});

test.each([
  ['forwarding', 'calendarDays', 15, '22'],
  ['notice', 'calendarDays', 15, '23'],
  ['objection', 'workingDays', 5, '23'],
  ['conclusion', 'calendarDays', 60, '34'],
  ['reviewWindow', 'calendarDays', 30, '35'],
  ['review', 'calendarDays', 30, '35'],
  ['rereviewWindow', 'calendarDays', 30, '36'],
  ['rereview', 'calendarDays', 30, '36'],
])('the clock %s runs %s: %i, by article %s', (name, unit, amount, article) => {
  const clock = procedure.clocks[name];
  expect(clock).toMatchObject({ within: { unit, amount }, basis: { kind: 'law', since: '2022-05-01' } });
  expect(clock?.basis.zh).toContain(`第${article}条`);
});

test('every limit that the law does not name says that the district set it', () => {
  const own = Object.entries(petition.clocks).filter(([, { basis }]) => basis.kind === 'localSetting');
  expect(own.map(([name]) => name)).toEqual(['verification', 'ruling', 'signing', 'hearing']);
});

test('only a hearing stops a clock', () => {
  const pauses = Object.entries(procedure.clocks).flatMap(([name, { pausedIn }]) =>
    (pausedIn ?? []).map(({ state }) => `${name} in ${state}`),
  );
  expect(pauses).toEqual(['conclusion in hearing', 'rereview in rereviewHearing']);
});

test('the head of the body extends once, by at most 30 days, and the petitioner is told why', () => {
  const extending = Object.values(procedure.steps).filter((step) => step.extends);
  expect(extending).toMatchObject([
    {
      by: ['handlerHead'],
      tells: ['petitioner', 'registrar'],
      extends: { clock: 'conclusion', atMost: { amount: 30 }, times: 1 },
    },
  ]);
});

test('nothing is published, and neither text nor register number leaves the offices', () => {
  expect(petition.published.in).toEqual([]);
  const { content, fileNumber, summary } = petition.opening.asks;
  expect([content, fileNumber].map((field) => field?.visible)).toEqual(['internal', 'internal']);
  expect(summary?.zh).toContain('不写姓名');
});

test('five people may speak for a group, and six may not', () => {
  expect(readInput(procedure.opening.asks, opened)).toMatchObject({ ok: true });
  expect(readInput(procedure.opening.asks, { ...opened, representatives: 'six' })).toEqual({
    ok: false,
    faults: { representatives: { code: 'field.not_an_option' } },
  });
});
