import { expect, test } from 'vitest';
import { proposeCategory } from './dispatch-catalogue.ts';

test.each([
  ['楼道灯坏了三天', 'lighting'],
  ['家里停水，水管漏水', 'water'],
  ['暖气不热', 'heating'],
  ['小区门口违停，停车难', 'road'],
  ['楼下烧烤油烟太大', 'waste'],
  ['村边养猪场恶臭', 'waste'],
  ['咨询养老保险缴费', 'welfare'],
  ['希望办一个养老院', 'elderly'],
  ['安置房交房一年没有产权证', 'building'],
  ['驾驶证怎么换', 'road'],
])('proposes for "%s" the kind %s', (text, category) => {
  expect(proposeCategory(text)).toBe(category);
});

test.each(['卫生院看病收费', '公共卫生考试', '孩子上学', ''])('proposes nothing for "%s"', (text) => {
  expect(proposeCategory(text)).toBe('other');
});
