import { say } from '../../../platform/i18n/words.ts';
import type { Tree } from '../../../platform/xml.ts';
import { catalogueWordsOf, categories, type Category } from '../../requests/index.ts';
import '../words/index.ts';
import type { Language } from '../contract/open311.ts';
import { attributesOf, groupOf, type Attribute } from '../rules/services.ts';
import { serviceName, type ViewedIn } from './view-service-request.ts';

/** Changed with every change of services or of their attributes, so that clients read them anew. */
const CHANGESET = '2026-11-25T00:00:00Z';

/** Where the interface is and what it speaks (服务发现). */
export function describeDiscovery({ language, district, base }: ViewedIn): Tree {
  const said = (key: string, values: object) => say('openness', `open311.${key}`, { ...values })[language];
  return {
    changeset: CHANGESET,
    contact: said('contact', { district: district[language] }),
    key_service: said('keyService', { url: `${base}/open-data` }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${base}/open311/v2`,
        changeset: CHANGESET,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}

/** The kinds of request as services (服务目录). */
export const describeServices = (language: Language): Tree =>
  categories.map((category) => ({
    service_code: category,
    service_name: serviceName(category, language),
    description: say('openness', `services.${category}`)[language],
    metadata: attributesOf[category] !== undefined,
    type: 'realtime',
    keywords: [serviceName(category, 'zh'), serviceName(category, 'en'), ...catalogueWordsOf(category)].join(', '),
    group: say('openness', `groups.${groupOf[category]}`)[language],
  }));

/** What is asked beyond words and place for one service (服务定义). */
export const describeDefinition = (category: Category, language: Language): Tree => ({
  service_code: category,
  attributes: (attributesOf[category] ?? []).map((attribute, index) => ({
    variable: attribute.variable,
    code: attribute.code,
    datatype: attribute.datatype,
    required: attribute.required,
    datatype_description: say('openness', `attributes.${attribute.code}.hint`)[language],
    order: index + 1,
    description: say('openness', `attributes.${attribute.code}.name`)[language],
    ...valuesOf(attribute, language),
  })),
});

const valuesOf = ({ code, values }: Attribute, language: Language) =>
  values.length === 0
    ? {}
    : {
        values: values.map((key) => ({
          key,
          name: say('openness', `attributes.${code}.values.${key}`)[language],
        })),
      };
