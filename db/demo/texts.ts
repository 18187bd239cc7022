import type { Category } from '../../modules/requests/index.ts';
import type { CategoryTexts } from './texts/category-texts.ts';
import { gas, power, road } from './texts/energy-and-roads.ts';
import { building, property, safety } from './texts/homes.ts';
import { heating, lighting, water } from './texts/networks.ts';
import { elderly, other, welfare } from './texts/people.ts';
import { greening, noise, waste } from './texts/surroundings.ts';

/** What residents report in the invented month and how it is answered, by category of requests. */
export const textsByCategory: Readonly<Record<Category, CategoryTexts>> = {
  lighting,
  water,
  heating,
  power,
  gas,
  road,
  waste,
  noise,
  property,
  safety,
  greening,
  elderly,
  welfare,
  building,
  other,
};
