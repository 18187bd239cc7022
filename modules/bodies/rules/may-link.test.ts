import { expect, test } from 'vitest';
import { bodyKinds, factsOfKind, type BodyKind } from '../contract/body-kinds.ts';
import { postKinds } from '../contract/post.ts';
import type { LinkKind } from '../contract/body.ts';
import { mayLink } from './may-link.ts';

const [district, subdistrict, community] = ['990199', '990199001', '990199001001'];
const end = (kind: BodyKind, areaCode: string, bodyId = `${kind} ${areaCode}`) => ({ kind, areaCode, bodyId });

test.each<[BodyKind, string, LinkKind, BodyKind, string]>([
  ['subdistrictOffice', subdistrict, 'guides', 'residentsCommittee', community],
  ['subdistrictOffice', subdistrict, 'leads', 'taskGroup', subdistrict],
  ['districtGovernment', district, 'leads', 'department', district],
  ['partyOrganisation', community, 'leads', 'residentsCommittee', community],
  ['partyOrganisation', subdistrict, 'leads', 'partyOrganisation', community],
  ['partyOrganisation', community, 'supervises', 'residentsCommittee', community],
  ['residentsCommittee', community, 'leads', 'serviceStation', community],
  ['residentsCommittee', community, 'guides', 'ownersCommittee', community],
  ['residentsCommittee', community, 'supervises', 'department', district],
  ['ownersCommittee', community, 'supervises', 'propertyManager', community],
  ['residentsCommittee', community, 'assists', 'subdistrictOffice', subdistrict],
  ['residentUnit', community, 'assists', 'residentsCommittee', community],
])('%s (%s) %s %s (%s)', (from, at, kind, to, there) => {
  expect(mayLink(end(from, at), kind, end(to, there)).ok).toBe(true);
});

test.each<[BodyKind, string, LinkKind, BodyKind, string, string]>([
  ['subdistrictOffice', subdistrict, 'leads', 'residentsCommittee', community, 'committee_is_guided'],
  ['taskGroup', subdistrict, 'leads', 'residentsCommittee', community, 'committee_is_guided'],
  ['districtCentre', district, 'leads', 'villagersCommittee', community, 'committee_is_guided'],
  ['residentsCommittee', community, 'leads', 'ownersCommittee', community, 'independent_is_guided'],
  ['partyOrganisation', community, 'leads', 'propertyManager', community, 'independent_is_guided'],
  ['subdistrictOffice', subdistrict, 'leads', 'partyOrganisation', community, 'cannot_lead'],
  ['propertyManager', community, 'leads', 'serviceStation', community, 'cannot_lead'],
  ['propertyManager', community, 'guides', 'residentsCommittee', community, 'cannot_guide'],
  ['propertyManager', community, 'supervises', 'residentsCommittee', community, 'cannot_supervise'],
  ['subdistrictOffice', subdistrict, 'guides', 'residentsCommittee', '990199002001', 'other_place'],
  ['residentsCommittee', community, 'guides', 'subdistrictOffice', subdistrict, 'other_place'],
])('%s (%s) never %s %s (%s): %s', (from, at, kind, to, there, code) => {
  expect(mayLink(end(from, at), kind, end(to, there))).toEqual({ ok: false, code: `link.${code}` });
});

test('a body has no link with itself', () => {
  const office = end('subdistrictOffice', subdistrict);
  expect(mayLink(office, 'assists', office)).toEqual({ ok: false, code: 'link.with_itself' });
});

test('every kind of body names posts and tiers, and every kind of post has a body', () => {
  for (const kind of bodyKinds)
    expect(factsOfKind(kind).posts.length * factsOfKind(kind).tiers.length).toBeGreaterThan(0);
  const placed = new Set(bodyKinds.flatMap((kind) => factsOfKind(kind).posts));
  expect(postKinds.filter((kind) => !placed.has(kind))).toEqual([]);
});
