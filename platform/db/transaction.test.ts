import { expect, test } from 'vitest';
import { areaScope, noScope } from '../work.ts';
import { localSettings } from './transaction.ts';

test('writes every setting, so that nothing of an earlier transaction can be seen', () => {
  expect(localSettings({ districtId: 620102, scope: areaScope('620102001') })).toBe(
    "set local role linli_app; set local app.district = '620102'; set local app.lo = '620102001'; " +
      "set local app.hi = '620102001~'; set local app.body = ''; set local app.matter = ''",
  );
});

test.each([
  ['a quote in the area', { ...noScope, lo: "1' or true" }],
  ['a line break after the area', { ...noScope, hi: '620102\n' }],
  ['a body that is no uuid', { ...noScope, bodyId: 'x' }],
  ['a line break after the matter', { ...noScope, matterId: '01890000-0000-7000-8000-000000000001\n' }],
])('refuses %s', (_, scope) => {
  expect(() => localSettings({ districtId: 620102, scope })).toThrow('not a scope value');
});

test.each([-1, 1.5, Number.NaN, '1; drop table x' as unknown as number])('refuses %s as a district', (districtId) => {
  expect(() => localSettings({ districtId, scope: noScope })).toThrow('not a district number');
});
