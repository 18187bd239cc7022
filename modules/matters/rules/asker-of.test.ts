import { expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import { staff } from '../testing/library-district.ts';
import { askerOf } from './asker-of.ts';

const matterId = '0190000c-0000-7000-8000-000000000001';
const worker = staff('north');

test.each<[string, Actor, object | undefined]>([
  ['a worker is asked as such', worker, worker],
  ['the person who asked is the reporter', { kind: 'resident', matterId }, { kind: 'reporter' }],
  ['the person of another matter has no part', { kind: 'resident', matterId: matterId.replace('c', 'd') }, undefined],
  ['someone who raises a new matter has no part in this one', { kind: 'resident', matterId: null }, undefined],
  ['the public has no part', { kind: 'public' }, undefined],
  ['the program acts as the clock', { kind: 'system', name: 'timer' }, { kind: 'timer' }],
])('%s', (_, actor, asker) => {
  expect(askerOf(actor, matterId)).toEqual(asker);
});
