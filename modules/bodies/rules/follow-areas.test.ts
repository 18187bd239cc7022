import { expect, test } from 'vitest';
import { followAreas } from './follow-areas.ts';

const [north, south] = ['990199001001', '990199001002'];
const post = (postId: string, bodyId: string, change: object = {}) => ({
  postId,
  bodyId,
  areaCode: north,
  isHead: false,
  tenure: 'appointed',
  ...change,
});
const facts = {
  heirs: new Map([
    [north, south],
    [`${north}001`, `${south}004`],
  ]),
  bodies: [
    { bodyId: 'northCommittee', kind: 'residentsCommittee', areaCode: north },
    { bodyId: 'manager', kind: 'propertyManager', areaCode: north },
  ],
  posts: [
    post('director', 'northCommittee', { isHead: true, tenure: 'elected' }),
    post('member', 'northCommittee', { tenure: 'elected' }),
    post('secretary', 'northCommittee', { isHead: true }),
    post('clerk', 'northCommittee'),
    post('gridWorker', 'northCommittee', { areaCode: `${north}001` }),
    post('caretaker', 'manager'),
  ],
  committees: new Map([
    [north, 'northCommittee'],
    [south, 'southCommittee'],
  ]),
};

test('all follow the area; appointed workers change to the successor, and no elected member or head leaves a body', () => {
  const { moves, succeeded } = followAreas(facts);
  expect(succeeded).toEqual([{ bodyId: 'northCommittee', by: 'southCommittee' }]);
  expect(moves.map(({ subjectId, toArea, toBody }) => [subjectId, toArea, toBody])).toEqual([
    ['manager', south, null],
    ['director', south, 'northCommittee'],
    ['member', south, 'northCommittee'],
    ['secretary', south, 'northCommittee'],
    ['clerk', south, 'southCommittee'],
    ['gridWorker', `${south}004`, 'southCommittee'],
    ['caretaker', south, 'manager'],
  ]);
});

test('a committee whose successor has none goes on there itself', () => {
  const { moves, succeeded } = followAreas({ ...facts, committees: new Map([[north, 'northCommittee']]) });
  expect(succeeded).toEqual([]);
  expect(moves[0]).toMatchObject({ subject: 'body', subjectId: 'northCommittee', toArea: south });
});

test('where only one body of a kind may stand and one does, that one succeeds and takes the workers over', () => {
  const standing = [{ bodyId: 'southOffice', kind: 'propertyManager', areaCode: south }];
  const { moves, succeeded } = followAreas({ ...facts, standing });
  expect(succeeded).toContainEqual({ bodyId: 'manager', by: 'southOffice' });
  expect(moves.filter(({ subject }) => subject === 'body')).toEqual([]);
  expect(moves.find(({ subjectId }) => subjectId === 'caretaker')?.toBody).toBe('southOffice');
});
