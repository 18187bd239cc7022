import { addWords } from '../i18n/words.ts';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

addWords('sheets', { zh, en });
