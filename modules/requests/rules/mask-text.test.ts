import { describe, expect, test } from 'vitest';
import { maskText } from './mask-text.ts';

describe('hides', () => {
  test.each([
    ['a mobile number', '请打13800001111联系', '请打*******联系'],
    ['a mobile number in groups', '电话138 0000 1111。', '电话*******。'],
    ['a mobile number with country code', '手机+86-13800001111', '手机*******'],
    ['a number that is half masked already', '手机138****1111', '手机*******'],
    ['a telephone number with area code', '拨打0931-8000111咨询', '拨打*******咨询'],
    ['a telephone number with a wide dash', '拨打0931—80001112咨询', '拨打*******咨询'],
    ['a local telephone number', '电话：8000111。', '电话：*******。'],
    ['a local telephone number in two parts', '电话：800-0111。', '电话：*******。'],
    ['an identity number', '身份证62010219000101123X', '身份证*******'],
    ['an old identity number', '身份证号620102000101123', '身份证号*******'],
    ['a bank card', '卡号6222 0000 1111 2222 333', '卡号*******'],
    ['an e-mail address', '发到 li.test@mail.invalid 即可', '发到 *** 即可'],
    ['a QQ number', '我的QQ号：10001234', '我的QQ号：***'],
    ['a WeChat name', '加微信：linli_test01', '加微信：***'],
    ['a handle', '网友“晴天小雨”您好', '网友“***”您好'],
    ['a plate', '车牌甘A·1B2C3的车', '车牌*****的车'],
    ['a plate of an electric car', '甘AD12345乱停', '*****乱停'],
    ['the unit and the room', '住3栋2单元1204室', '住3栋*单元****室'],
    ['the room after the building', '6栋1204漏水，二单元301，没人管', '6栋****漏水，二单元***，没人管'],
    ['the room in a row of numbers', '我家3-2-1204漏水', '我家***漏水'],
    ['how a person calls themself', '我叫张三丰，住在这里', '我叫张**，住在这里'],
    ['a name after a colon', '联系人：王小明 谢谢', '联系人：王** 谢谢'],
    ['a name after a part played', '业主赵某某投诉楼上', '业主赵**投诉楼上'],
    ['a member of the family', '我儿子李小宝，今年上学', '我儿子李**，今年上学'],
    ['a name before a telephone number', '维修请找，孙大力 13800001111', '维修请找，孙** *******'],
    ['a form of address', '楼上的刘小红女士说', '楼上的某女士说'],
    ['a person at work', '陈医生态度不好', '某医生态度不好'],
    ['a name in running text', '楼上王建国天天半夜装修', '楼上王**天天半夜装修'],
    ['a name between others', '多次找张秀兰和李志强协商都不理', '多次找张**和李**协商都不理'],
    ['a name at the start', '刘桂芳家的狗没有拴绳', '刘**家的狗没有拴绳'],
    ['what neighbours call somebody', '二楼老张家漏水，小李说不管', '二楼老某家漏水，小某说不管'],
    ['more forms of address', '对门赵大娘和孙叔叔都听见了', '对门某大娘和某叔叔都听见了'],
    ['a short name with what it does', '，张强每天在楼道抽烟', '，张*每天在楼道抽烟'],
    ['somebody written half', '张某在楼下养鸡', '张某在楼下养鸡'],
    ['a signature', '望尽快解决。\n周小川\n2019年5月1日', '望尽快解决。\n周**\n2019年5月1日'],
    ['a signature on the last line', '请领导核实。胡大海', '请领导核实。胡**'],
    ['a signature with a date', '谢谢！王小明 2013年7月23日', '谢谢！王** 2013年7月23日'],
  ])('%s', (_, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });
});

describe('leaves readable', () => {
  test.each([
    ['dates', '2018-07-20来信，2018.7.20答复，20180720归档'],
    ['spans of years', '2016-2018年三年行动计划'],
    ['standards', '按GB50016-2006和GB 5749-2006执行'],
    ['decision numbers', '兰政发〔2014〕2916号，建字第1211033号'],
    ['sums', '总价23456789元，追加12345678.07元，罚款5000元'],
    ['sizes', '面积12345678平方米，长1500米'],
    ['hotlines', '请拨打12345、0931-12345、96500或110'],
    ['how many households', '共有84户群众，八户人家，每户800元'],
    ['kinds of rooms', '两室一厅，3室2厅，办公室内'],
    ['houses and gates', '联丰路398号3号门，G1栋，7-8栋高层，一、二单元，2栋120户，3栋105m2户型'],
    ['roads and routes', '158路公交、G30高速、101国道'],
    ['people in general', '全体业主强烈要求，业主都反对，业主方的意见，学生家长，老人和儿童在家'],
    ['what an applicant does', '学生毕业后，本人成绩，经本人申请，申请人家庭住房，当事人申领'],
    ['those in office', '社区书记王建国答复，李志强主任也来过，刘建军局长接访'],
    ['places with names of people', '张家川路、王家庄、李文明广场、高新区、金海花园、周大福店'],
    ['opinions', '这种处理方式太不负责任，明显是推诿，程序不公开，高温天气没有人管'],
    [
      'ordinary words',
      '小区路灯坏了，小路积水，老旧管道，小时工，老胡同，小程序报不上，金融大厦，高峰时间堵车，马路边，安全通道，和平，方便群众，向阳小区，时间长了，成天施工，明天，文明养犬，江水上涨，白天黑夜，国家政策，华林路，石子路，全家老小，段家滩，元宵节，万家灯火，平安大道，连续三天，周一到周五',
    ],
    ['thanks', '恳请解决，万分感谢！谢谢！\n此致\n敬礼'],
    ['offices', '住建局、K市公安局交警支队'],
    ['shops and schools', '当场向店老板宣传，班主任老师，砂石厂老板，工程老板，经常拖欠老师工资，照顾爷爷'],
  ])('%s', (_, text) => {
    expect(maskText(text)).toBe(text);
  });
});

test('masks what is masked already no further', () => {
  const once = maskText('我叫张三丰，电话13800001111，住3栋2单元1204室。');
  expect(maskText(once)).toBe(once);
});
