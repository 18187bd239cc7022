import { allowed, denied, type Guard } from '../../matters/index.ts';
import { masks } from './mask-text.ts';

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
 * Refuses with `request.names_somebody` and what was found.
 * @source 个人信息保护法 art. 6 (the least that is needed)
 */
export const namesNobodyIn = (...fields: readonly string[]): Guard => ({
  name: 'namesNobody',
  checksInput: ({ input }) => {
    const found = findReaching(fields.map((name) => String(input[name] ?? '')).join('\n'));
    return found === undefined ? allowed : denied('request.names_somebody', { found });
  },
});

/** The first words by which a person could be reached; undefined when there are none. */
function findReaching(words: string): string | undefined {
  for (const { hides, find } of masks) {
    if (!reaching.has(hides)) continue;
    const found = words.match(find)?.[0];
    if (found !== undefined) return found.trim();
  }
  return undefined;
}
