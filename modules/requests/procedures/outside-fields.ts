import { body, text } from '../../matters/index.ts';

/** Who may be asked to do something without taking the matter over: companies, utilities, organisations. */
export const outsideKinds = ['publicUtility', 'propertyManager', 'residentUnit', 'socialOrganisation'] as const;

/** What an outside body is told (请外单位办理的内容): these words, the place, the kind of matter and its number; nothing of the person. */
export const outsideFields = {
  body: body({ zh: '请哪个外单位办', en: 'Which outside body' }, outsideKinds, 'district'),
  task: text(
    {
      zh: '请它做什么（原样送给对方，不写姓名）',
      en: 'What it is to do (sent as it stands; no names)',
    },
    { min: 5, max: 500 },
  ),
  spot: text(
    {
      zh: '在哪里（原样送给对方；不填就用这一件的地点）',
      en: 'Where (sent as it stands; left empty, the place of this matter)',
    },
    { min: 2, max: 200, optional: true },
  ),
};
