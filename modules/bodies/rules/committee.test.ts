import { expect, test } from 'vitest';
import { committeeKinds, isCommittee, kindsMeant } from './committee.ts';

test('the committee of an area is that of its residents or of its villagers (居委会、村委会)', () => {
  expect(committeeKinds).toEqual(['residentsCommittee', 'villagersCommittee']);
  expect(['serviceStation', 'propertyManager', 'taskGroup', 'toString'].filter(isCommittee)).toEqual([]);
});

test('who names one committee means each, and others stay as they are named', () => {
  expect(kindsMeant(['department', 'residentsCommittee'])).toEqual([
    'department',
    'residentsCommittee',
    'villagersCommittee',
  ]);
  expect(kindsMeant(['villagersCommittee', 'residentsCommittee'])).toHaveLength(2);
  expect(kindsMeant(['department'])).toEqual(['department']);
});
