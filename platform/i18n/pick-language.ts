import Negotiator from 'negotiator';

/**
 * Picks the language for whoever asks (按来访方的语言): the one they like best of those that are offered, the first one offered
 * where they like none of them.
 *
 * @param accepted `Accept-Language`, such as `en-GB,en;q=0.9,zh;q=0.4` (RFC 9110, 12.5.4)
 */
export function pickLanguage<Tag extends string>(accepted: string, offered: readonly [Tag, ...Tag[]]): Tag {
  const asked = new Negotiator({ headers: { 'accept-language': accepted } });
  const liked = asked.language([...offered]);
  return offered.find((tag) => tag === liked) ?? offered[0];
}
