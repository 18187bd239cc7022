import { expect, test } from 'vitest';
import { namedAlike } from './tell-apart.ts';

test('states of one name are told apart when they are of different procedures, and only then', () => {
  const state = (zh: string, procedure: string) => ({ name: { zh, en: zh }, procedure });
  const [joint, dispatch] = [state('落实中', 'meeting-decision'), state('落实中', 'dispatch-decision')];
  const all = [joint, state('待接手', 'resident-request'), dispatch, state('待接手', 'resident-request')];
  expect([...namedAlike(all)]).toEqual([joint, dispatch]);
});
