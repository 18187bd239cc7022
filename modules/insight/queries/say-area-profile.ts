import { say, type Both } from '../../../platform/i18n/words.ts';
import type { AreaProfileFacts } from '../contract/area-profile.ts';
import '../words/index.ts';

/** Says the basic facts of an area as papers open with them (辖区基本情况一段): nothing is said of what there is none of. */
export function sayAreaProfile({ reach, asOf, land, bodies, posts, gridWorkers, matters }: AreaProfileFacts): Both {
  const [year, month, day] = asOf.split('-').map(Number);
  const language = (of: 'zh' | 'en'): string => {
    const word = (key: string, fill: Readonly<Record<string, unknown>> = {}) =>
      say('insight', `profile.${key}`, fill)[of];
    const list = (all: readonly { readonly name: Both; readonly n: number }[]) =>
      all.map(({ name, n }) => word('one', { name: name[of], n })).join(word('comma'));
    return [
      word('asOf', { year, month, day, name: reach.name[of] }),
      land.length > 0 ? word('has', { list: list(land) }) : '',
      bodies.length > 0 ? word('bodies', { list: list(bodies) }) : '',
      posts.n > 0 ? word('posts', posts) : '',
      gridWorkers.n > 0 ? word('gridWorkers', gridWorkers) : '',
      word('matters', matters),
    ].join('');
  };
  return { zh: language('zh'), en: language('en') };
}
