import { allowed, denied, type Guard } from '../../matters/index.ts';
import { maskBy, masks } from './mask-text.ts';

/** What reaches a person: a number, an account, a plate. A home may be named, because that is where somebody has to go. */
const reaching: ReadonlySet<string> = new Set([
  'e-mail',
  'handle',
  'account',
  'plate',
  'identity or card',
  'telephone',
  'signature',
]);

/**
 * Words in these fields leave the house and carry nothing by which a person is reached (不带个人号码): whoever does the work asks
 * the office.
 *
 * Refuses with `request.names_somebody`, which does not repeat what was found.
 * @source 个人信息保护法 art. 6 (the least that is needed)
 */
export const namesNobodyIn = (...fields: readonly string[]): Guard => ({
  name: 'namesNobody',
  checksInput: ({ input }) => {
    const words = fields.map((name) => String(input[name] ?? '')).join('\n');
    return reachesSomebody(words) ? denied('request.names_somebody') : allowed;
  },
});

/** What a person wrote without knowing where it goes (地点): what reaches or names somebody is masked, a home stays. */
export const withoutPersons = (words: string): string =>
  maskBy(
    masks.filter(({ hides }) => reaching.has(hides) || hides === 'name'),
    words,
  );

const reachesSomebody = (words: string): boolean =>
  masks.some(({ hides, find }) => reaching.has(hides) && words.search(find) >= 0);
