import { say } from '../../../platform/i18n/words.ts';
import '../words/index.ts';
import { requestColumns } from '../contract/open-data.ts';
import { figureNames } from './stream-open-data.ts';

/**
 * Describes the open files for machines (数据包说明), as a Data Package with a Table Schema for each CSV.
 *
 * @source https://specs.frictionlessdata.io/data-package/
 */
export function describeOpenData(base: string, district: { readonly zh: string; readonly en: string }) {
  const described = (name: string): string => {
    const { zh, en } = say('openness', `columns.${name}`);
    return `${zh} / ${en}`;
  };
  const field = (name: string, type: string) => ({ name, type, description: described(name) });
  const csv = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', dialect: { lineTerminator: '\r\n' } };
  const figureType = (name: string): string => (name === 'median_days' ? 'number' : 'integer');
  return {
    profile: 'tabular-data-package',
    name: 'linli-open-data',
    title: `${district.zh} / ${district.en}`,
    description: described('package'),
    licenses: [{ name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' }],
    resources: [
      {
        ...csv,
        name: 'requests',
        path: `${base}/open-data/requests.csv`,
        description: described('requests'),
        schema: { fields: requestColumns.map(({ name, type }) => field(name, type)), primaryKey: 'number' },
      },
      {
        ...csv,
        name: 'figures',
        path: `${base}/open-data/figures.csv`,
        description: described('figures'),
        schema: {
          fields: [
            field('community_code', 'string'),
            field('community', 'string'),
            field('from', 'date'),
            field('until', 'date'),
            ...figureNames.map((name) => field(name, figureType(name))),
          ],
          primaryKey: 'community_code',
        },
      },
    ],
  };
}
