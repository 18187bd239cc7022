import { categories, type Category } from '../../requests/index.ts';

export type ServiceGroup = 'utilities' | 'surroundings' | 'homes' | 'people' | 'other';

/** Under which heading a kind of request stands in a client's list of services. */
export const groupOf: Readonly<Record<Category, ServiceGroup>> = {
  lighting: 'utilities',
  water: 'utilities',
  heating: 'utilities',
  power: 'utilities',
  gas: 'utilities',
  road: 'surroundings',
  waste: 'surroundings',
  noise: 'surroundings',
  greening: 'surroundings',
  property: 'homes',
  building: 'homes',
  safety: 'homes',
  elderly: 'people',
  welfare: 'people',
  other: 'other',
};

/** A service code of Open311 is the kind of request, written the same way everywhere. */
export const isCategory = (code: string): code is Category => (categories as readonly string[]).includes(code);

export type AttributeType = 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';

/** One more question about a service; its sentences stand in `words` under `attributes.CODE`. */
export type Attribute = {
  readonly code: string;
  readonly datatype: AttributeType;
  /** False: there is nothing to fill in, it only tells something. */
  readonly variable: boolean;
  /** Nothing is demanded of who reports; a client may leave all of them out. */
  readonly required: false;
  readonly values: readonly string[];
};

const ask = (code: string, datatype: AttributeType, values: readonly string[] = []): Attribute => ({
  code,
  datatype,
  variable: true,
  required: false,
  values,
});
const tell = (code: string): Attribute => ({ ...ask(code, 'string'), variable: false });

/** What is asked beyond words and place (附加信息), by kind; kinds that are not here ask nothing more. */
export const attributesOf: Readonly<Partial<Record<Category, readonly Attribute[]>>> = {
  lighting: [ask('lamp', 'singlevaluelist', ['street', 'stairwell', 'yard'])],
  water: [ask('waterSince', 'datetime'), ask('waterKind', 'singlevaluelist', ['cutOff', 'leak', 'flooding'])],
  heating: [ask('roomTemperature', 'number')],
  gas: [tell('smellOfGas')],
  noise: [
    ask('noiseWhen', 'multivaluelist', ['daytime', 'noon', 'night']),
    ask('noiseSource', 'singlevaluelist', ['building', 'dancing', 'shop', 'neighbour']),
  ],
  safety: [tell('fire')],
};
