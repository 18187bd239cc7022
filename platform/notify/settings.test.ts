import { expect, test } from 'vitest';
import { openChannels } from './channels.ts';
import { readNotifySettings } from './settings.ts';

const read = (environment: Record<string, string>) => {
  const faults: string[] = [];
  const settings = readNotifySettings(
    (name) => environment[name],
    (name, values) => faults.push([name, ...Object.values(values ?? {})].join(' ')),
  );
  return { settings, faults };
};
const secret = 'sixteen letters!';

test('nothing set is no fault: nothing leaves the house', () => {
  expect(read({})).toEqual({ settings: { mail: null, sms: null, wechat: null }, faults: [] });
  expect(openChannels(read({}).settings, false)).toEqual({ channels: {}, shown: [] });
});

test('takes what is set', () => {
  const sms = { url: 'https://gateway.invalid/sms', secret };
  const mail = { url: 'smtps://user:pw@mail.invalid:465', from: '邻里 <no-reply@linli.invalid>' };
  const environment = {
    LINLI_SMS_URL: sms.url,
    LINLI_SMS_SECRET: secret,
    LINLI_SMTP_URL: mail.url,
    LINLI_SMTP_FROM: mail.from,
  };
  expect(read(environment)).toEqual({ settings: { mail, sms, wechat: null }, faults: [] });
  expect(Object.keys(openChannels(read(environment).settings, false).channels)).toEqual(['mail', 'sms']);
});

test.each([
  ['gateway SMS', { LINLI_SMS_URL: 'https://gateway.invalid' }],
  ['gateway SMS', { LINLI_SMS_SECRET: secret }],
  ['gateway WECHAT', { LINLI_WECHAT_URL: 'ftp://gateway.invalid', LINLI_WECHAT_SECRET: secret }],
  ['gateway SMS', { LINLI_SMS_URL: 'https://gateway.invalid', LINLI_SMS_SECRET: 'short' }],
  ['smtp', { LINLI_SMTP_URL: 'smtp://mail.invalid' }],
  ['smtp', { LINLI_SMTP_URL: 'https://mail.invalid', LINLI_SMTP_FROM: 'a@b.invalid' }],
  ['smtp', { LINLI_SMTP_URL: 'smtp://mail.invalid', LINLI_SMTP_FROM: 'nobody' }],
])('%s set by half is a fault', (fault, environment) => {
  expect(read(environment).faults).toEqual([fault]);
});

test('a demo shows what it does not send, once, with the number hidden', async () => {
  const { channels, shown } = openChannels(read({}).settings, true);
  const message = { id: 'one', address: '+8613900000000', subject: '', text: '有新进展' };
  await channels['sms']?.send(message);
  await channels['sms']?.send(message);
  expect(shown).toEqual([{ id: 'one', channel: 'sms', to: '**********0000', text: '有新进展' }]);
});
