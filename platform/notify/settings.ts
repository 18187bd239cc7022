import type { GatewaySettings } from './gateway.ts';
import type { MailSettings } from './mail.ts';

/** The ways out of the house that are set up; null: none. */
export type NotifySettings = {
  readonly mail: MailSettings | null;
  readonly sms: GatewaySettings | null;
  readonly wechat: GatewaySettings | null;
};

const SHORTEST_SECRET = 16;

/**
 * Reads how messages leave the house (发送渠道配置): `LINLI_SMTP_URL` with `LINLI_SMTP_FROM`; `LINLI_SMS_URL` with
 * `LINLI_SMS_SECRET`; `LINLI_WECHAT_URL` with `LINLI_WECHAT_SECRET`. What is set by half is a fault: `smtp` or `gateway`.
 */
export function readNotifySettings(
  given: (name: string) => string | undefined,
  fault: (name: string, values?: Readonly<Record<string, string>>) => void,
): NotifySettings {
  const gateway = (name: string): GatewaySettings | null => {
    const [url, secret] = [given(`LINLI_${name}_URL`), given(`LINLI_${name}_SECRET`)];
    if (url === undefined && secret === undefined) return null;
    if (isUrl(url, /^https?:$/) && secret !== undefined && secret.length >= SHORTEST_SECRET) return { url, secret };
    fault('gateway', { name });
    return null;
  };
  const [url, from] = [given('LINLI_SMTP_URL'), given('LINLI_SMTP_FROM')];
  const isMailSet = isUrl(url, /^smtps?:$/) && from !== undefined && /^[^@]*<?[^@\s]+@[^@\s]+>?$/.test(from);
  if (!isMailSet && (url ?? from) !== undefined) fault('smtp');
  return { mail: isMailSet ? { url, from } : null, sms: gateway('SMS'), wechat: gateway('WECHAT') };
}

const isUrl = (text: string | undefined, protocol: RegExp): text is string =>
  text !== undefined && URL.canParse(text) && protocol.test(new URL(text).protocol);
