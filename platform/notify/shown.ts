import type { Channel } from './channel.ts';

/** A message that was not sent to anybody but is shown on the page of the demo. */
export type ShownMessage = {
  readonly id: string;
  readonly channel: string;
  readonly to: string;
  readonly text: string;
};

const MOST = 200;

/** Keeps messages to be shown instead of sending them (演示发件箱); the last ones of this run, with all but the end of the address hidden. */
export function shownChannels(names: readonly string[]) {
  const messages: ShownMessage[] = [];
  const channelOf = (channel: string): Channel => ({
    send: async ({ id, address, text }) => {
      if (!messages.some((one) => one.id === id))
        messages.unshift({
          id,
          channel,
          to: `${'*'.repeat(Math.max(0, address.length - 4))}${address.slice(-4)}`,
          text,
        });
      messages.length = Math.min(messages.length, MOST);
      return { ok: true };
    },
  });
  return {
    channels: Object.fromEntries(names.map((name) => [name, channelOf(name)])) as Readonly<Record<string, Channel>>,
    messages: messages as readonly ShownMessage[],
  };
}
