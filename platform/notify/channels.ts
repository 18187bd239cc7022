import type { Channel } from './channel.ts';
import { gatewayChannel } from './gateway.ts';
import { mailChannel } from './mail.ts';
import type { NotifySettings } from './settings.ts';
import { shownChannels, type ShownMessage } from './shown.ts';

export type Channels = {
  readonly channels: Readonly<Record<string, Channel>>;
  /** What the demo shows instead of sending it. */
  readonly shown: readonly ShownMessage[];
};

/** Opens the ways out that are set up (开通发送渠道); a demo shows the rest on a page instead of sending it to anybody. */
export function openChannels({ mail, sms, wechat }: NotifySettings, isDemo: boolean): Channels {
  const real: Record<string, Channel> = {
    ...(mail ? { mail: mailChannel(mail) } : {}),
    ...(sms ? { sms: gatewayChannel(sms) } : {}),
    ...(wechat ? { wechat: gatewayChannel(wechat) } : {}),
  };
  if (!isDemo) return { channels: real, shown: [] };
  const { channels, messages } = shownChannels(['sms', 'wechat', 'mail']);
  return { channels: { ...channels, ...real }, shown: messages };
}
