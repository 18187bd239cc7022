import { addWords } from '../../../platform/i18n/words.ts';
import en from './en.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

addWords('partners', { zh, en });
