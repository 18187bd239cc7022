import { expect, test } from 'vitest';
import type { NamedHolder } from '../contract/chain.ts';
import { computeOfficerCover } from './officer-cover.ts';

type Held = Pick<NamedHolder, 'kind' | 'isHead' | 'personZh' | 'standIn'>;
const away = { personZh: '代海', personEn: 'Dai Hai', untilOn: '2026-12-04' };
const officer = (personZh: string | null, standIn: Held['standIn'] = null): Held => ({
  kind: 'informationOfficer',
  isHead: false,
  personZh,
  standIn,
});
const head = (personZh: string | null): Held => ({ kind: 'departmentHead', isHead: true, personZh, standIn: null });

test.each([
  ['an officer who is here is called', [head('石岭'), officer('白松')], 'here', '白松'],
  ['of an officer who is away the deputy acts', [head('石岭'), officer('白松', away)], 'stoodInFor', '白松'],
  ['of two the one who is here is called', [officer('白松', away), officer('林溪')], 'here', '林溪'],
  ['nobody holds the post: the head is called', [officer(null), head('石岭')], 'vacant', '石岭'],
  ['there is no such post: the head is called', [head('石岭')], 'missing', '石岭'],
  ['there is nobody at all', [officer(null), head(null)], 'vacant', undefined],
] as const)('%s', (_, posts, state, called) => {
  const cover = computeOfficerCover(posts);
  expect([cover.state, cover.call?.personZh]).toEqual([state, called]);
  expect(cover.officer?.kind ?? 'informationOfficer').toBe('informationOfficer');
});
