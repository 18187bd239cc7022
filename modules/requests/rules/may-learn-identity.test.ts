import { expect, test } from 'vitest';
import type { Actor } from '../../../platform/work.ts';
import type { Place } from '../../bodies/index.ts';
import { mayLearnIdentity } from './may-learn-identity.ts';

const worker = (bodyId: string, areaCode: string): Actor => ({
  kind: 'worker',
  accountId: 'a',
  name: '甲',
  postId: 'p',
  postKind: 'communityClerk',
  isHead: false,
  bodyId,
  areaCode,
});
const facts = { confidential: true, areaCode: '990102001001002', bodyIds: ['committee', 'property'] };
const say = (actor: Actor, over: object = {}, places: readonly Place[] = []) =>
  mayLearnIdentity(actor, { ...facts, ...over }, places).ok;

test('is kept from every body that handles it or did, and from everyone of its community', () => {
  expect(say(worker('committee', '990102001001'))).toBe(false);
  expect(say(worker('property', '990102001'))).toBe(false);
  expect(say(worker('grid', '990102001001002'))).toBe(false);
  expect(say(worker('neighbouringGrid', '990102001001001'))).toBe(false);
});

test('may be learned by the tier above that handles it not, and not once it handles it', () => {
  expect(say(worker('taskGroup', '990102001'))).toBe(true);
  expect(say(worker('taskGroup', '990102001'), { bodyIds: ['committee', 'taskGroup'] })).toBe(false);
  expect(say(worker('centre', '990102'))).toBe(true);
});

test('changes nothing for a request that is not confidential', () => {
  expect(say(worker('committee', '990102001001'), { confidential: false })).toBe(true);
});

test('a request of a whole sub-district is kept from who handles it only', () => {
  expect(say(worker('committee', '990102001001'), { areaCode: '990102001', bodyIds: ['taskGroup'] })).toBe(true);
});

test('is kept from a person, whichever of their posts they act in', () => {
  const above = worker('taskGroup', '990102001');
  expect(say(above, {}, [{ bodyId: 'taskGroup', areaCode: '990102001' }])).toBe(true);
  expect(say(above, {}, [{ bodyId: 'committee', areaCode: '990102' }])).toBe(false);
  expect(say(above, {}, [{ bodyId: 'grid', areaCode: '990102001001001' }])).toBe(false);
});
