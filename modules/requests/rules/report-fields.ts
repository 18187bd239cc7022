import { photos, text } from '../../matters/index.ts';

/** What a person is asked when raising a request (诉求内容). */
export const reportFields = {
  what: text({ zh: '什么事', en: 'What is the matter' }, { min: 4, max: 5000 }),
  photos: photos({ zh: '照片', en: 'Photos' }, 4),
};

/** Where it is, in the person's words (地点). */
export const placeField = { place: text({ zh: '在哪里', en: 'Where' }, { min: 2, max: 200 }) };
