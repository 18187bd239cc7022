import { expect, test } from 'vitest';
import type { EvidenceRule, Outcome, Procedure } from '../kit/define-procedure.ts';
import type { Input } from '../kit/matter.ts';
import { libraryCard } from '../testing/library-card.ts';
import { showsEvidence } from './need-evidence.ts';

const evidence: EvidenceRule = {
  for: 'solved',
  fields: { photo: 'photos', document: 'paper', witness: 'seenBy' },
  bySubject: { lamp: ['photo', 'witness'], money: ['document'] },
  otherwise: ['photo', 'document', 'witness'],
};
const procedure: Procedure = { ...libraryCard, evidence };

test.each<[string, string, Outcome | null, Input, boolean]>([
  ['a photo of the lamp', 'lamp', 'solved', { photos: ['a'] }, true],
  ['a witness of the lamp', 'lamp', 'solved', { seenBy: '楼上住户' }, true],
  ['a paper about the lamp', 'lamp', 'solved', { paper: '第 3 号' }, false],
  ['no photo at all', 'lamp', 'solved', { photos: [] }, false],
  ['a paper about the money', 'money', 'solved', { paper: '第 3 号' }, true],
  ['a photo of the money', 'money', 'solved', { photos: ['a'], seenBy: '邻居' }, false],
  ['anything for a kind without a rule of its own', 'else', 'solved', { paper: '第 3 号' }, true],
  ['nothing for such a kind', '', 'solved', { reply: '办好了' }, false],
  ['nothing for another outcome', 'money', 'explained', {}, true],
  ['nothing for taking an answer back', 'money', null, {}, true],
])('%s: %s', (_, subject, concludes, input, isEnough) => {
  expect(showsEvidence(procedure, subject, concludes, input).allowed).toBe(isEnough);
});

test('says in both languages what would do', () => {
  expect(showsEvidence(procedure, 'lamp', 'solved', {})).toEqual({
    allowed: false,
    code: 'evidence.missing',
    details: {
      needZh: '同一地点完成后的照片，或见证人或当面确认的情况',
      needEn: 'a photo of the same place afterwards, or a witness or a confirmation in person',
    },
  });
});

test('a procedure without a rule asks for none', () => {
  expect(showsEvidence(libraryCard, 'lamp', 'solved', {}).allowed).toBe(true);
});
