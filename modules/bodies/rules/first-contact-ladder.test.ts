import { expect, test } from 'vitest';
import { computeFirstContactLadder } from './first-contact-ladder.ts';

test('a grid asks its worker, then its community, then the sub-district, then the district', () => {
  expect(computeFirstContactLadder('990199001002003')).toEqual([
    { areaCode: '990199001002003', kind: 'gridWorker' },
    { areaCode: '990199001002', kind: 'communityClerk' },
    { areaCode: '990199001002', kind: 'communityDirector' },
    { areaCode: '990199001002', kind: 'communitySecretary' },
    { areaCode: '990199001', kind: 'taskGroupLiaison' },
    { areaCode: '990199001', kind: 'taskGroupLead' },
    { areaCode: '990199', kind: 'dispatchClerk' },
    { areaCode: '990199', kind: 'dispatchLead' },
  ]);
});

test('a community begins with its clerks and asks no grid worker', () => {
  expect(computeFirstContactLadder('990199001002')[0]).toEqual({ areaCode: '990199001002', kind: 'communityClerk' });
});
