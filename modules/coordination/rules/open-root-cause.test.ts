import { expect, test } from 'vitest';
import { decideRootCause, type RootFacts } from './open-root-cause.ts';

const facts: RootFacts = {
  kind: 'place',
  open: null,
  untaken: 5,
  threshold: 5,
  owner: { mayBeAsked: true },
  hasOpener: true,
};
const decide = (more: Partial<RootFacts>) => decideRootCause({ ...facts, ...more });

test('the timer opens one item at the threshold, for a place or a theme and never for a person (自动立项)', () => {
  expect(decide({})).toEqual({ does: 'open' });
  expect(decide({ kind: 'theme' })).toEqual({ does: 'open' });
  expect(decide({ kind: 'person' })).toEqual({ does: 'nothing' });
  expect(decide({ untaken: 4 })).toEqual({ does: 'nothing' });
});

test('never two for the same thing; after one ended, only what came since counts', () => {
  expect(decide({ open: {}, untaken: 20 })).toEqual({ does: 'nothing' });
  expect(decide({ open: {}, owner: undefined })).toEqual({ does: 'nothing' });
});

test('where the owner cannot be determined it is proposed, with why (建议立项)', () => {
  expect(decide({ owner: undefined })).toEqual({ does: 'propose', because: 'noOwner' });
  expect(decide({ owner: { mayBeAsked: false } })).toEqual({ does: 'propose', because: 'notAddressable' });
  expect(decide({ hasOpener: false })).toEqual({ does: 'propose', because: 'nobodyToAccept' });
});
