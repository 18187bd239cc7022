import { pickLanguage } from '../../../platform/i18n/pick-language.ts';
import { allTongues, firstTongue, type Tongue } from './tongue.ts';

/** Picks the language of the site for a browser of which nothing is known yet (初次来访的语言); Chinese when it names none that the site has. */
export function pickTongue(accepted: string | undefined, added: readonly Tongue[]): Tongue {
  const tongues = allTongues(added);
  const picked = pickLanguage(accepted ?? '', [firstTongue.id, ...tongues.map(({ id }) => id)]);
  return tongues.find(({ id }) => id === picked) ?? firstTongue;
}
