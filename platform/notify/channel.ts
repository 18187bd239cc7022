/** One message on its way. The id is the same at every try, so that the other side can drop what it has seen before. */
export type Outgoing = {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** For mail only, as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Why a message could not be handed over: the other side said no for good (`refused`), is busy or at fault (`busy`), did not
 * answer in time (`timeout`) or could not be reached (`unreachable`). Never the address, the text or what the other side said.
 */
export type SendError = 'refused' | 'busy' | 'timeout' | 'unreachable';

export type Sending = { readonly ok: true } | { readonly ok: false; readonly error: SendError };

/** One way out of the house (发送渠道): SMS, WeChat, mail. It answers; it does not throw for what can go wrong over there. */
export type Channel = { readonly send: (message: Outgoing) => Promise<Sending> };
