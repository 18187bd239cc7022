import { expect, test } from 'vitest';
import type { Step } from '../kit/define-procedure.ts';
import { libraryCard } from '../testing/library-card.ts';
import { decideLink, type OtherMatter } from './link-matters.ts';

const step = (kind: 'duplicateOf' | 'partOf'): Step => ({
  ...libraryCard.steps.redirect,
  links: { kind, field: 'into' },
});
const matter = { id: 'a', procedureId: 'library-card' };
const other: OtherMatter = {
  matterId: 'b',
  number: '2611-00002-7',
  procedureId: 'library-card',
  isEnded: false,
  leadsTo: [],
  tiedAs: [],
};

test('ties a matter to another that lives on', () => {
  const link = { kind: 'duplicateOf', to: { matterId: 'b', number: '2611-00002-7' } };
  expect(decideLink(step('duplicateOf'), matter, other)).toEqual({ ok: true, value: link });
  expect(decideLink(libraryCard.steps.redirect, matter, undefined)).toEqual({ ok: true, value: null });
});

test.each<[string, OtherMatter | undefined]>([
  ['link.no_such_matter', undefined],
  ['link.to_itself', { ...other, matterId: 'a' }],
  ['link.ended', { ...other, isEnded: true }],
  ['link.other_procedure', { ...other, procedureId: 'petition' }],
  ['link.circle', { ...other, leadsTo: ['c', 'a'] }],
  ['link.already', { ...other, tiedAs: ['duplicateOf'] }],
])('refuses with %s', (code, to) => {
  expect(decideLink(step('duplicateOf'), matter, to)).toMatchObject({ ok: false, code });
});

test('a part may belong to a matter of another procedure', () => {
  expect(decideLink(step('partOf'), matter, { ...other, procedureId: 'petition' }).ok).toBe(true);
});
