/** What second persons find, and what a body means to do about what has to wait. */
export const checkTexts = {
  confirmed: [
    '到现场看过，和答复说的一样。',
    '打电话问了楼上楼下两户，都说好了。',
    '对照照片到原地看了，确实处理好了。',
    '翻了记录，也当面问了住户，属实。',
  ],
  plans: [
    '已报入明年的改造计划，批下来就进场；在这之前每月去看一次。',
    '等专项资金到位后动工，先拉警示带，安排网格员巡查。',
    '开春化冻后才能开挖，材料已经备好，到日子就动手。',
    '要等相邻两家单位商量好，街道每半个月催一次。',
  ],
} as const;
