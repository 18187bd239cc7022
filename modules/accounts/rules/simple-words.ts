/**
 * Words that people in China build passwords on (常见弱口令词): love, home, school, keyboards, offices, in pinyin and English.
 * With digits or signs around them they are still guessed first.
 */
export const simpleWords: ReadonlySet<string> = new Set(
  `woaini woaiwo aini woaiwojia wodemima mima denglu nihao nihaoma zhongguo beijing shanghai lanzhou gansu laopo laogong
  baobao baobei mama baba wobuzhidao woshishui buzhidao meimei gege jiejie didi tiantian xingfu kuaile jiankang pingan
  facai gongxifacai xiaoxiao xiaoming xiaohong shequ jiedao wangge linli weixin zhifubao guanli guanliyuan xitong
  renmin zhengfu jumin banshi gongzuo ceshi shiyong aiqing qinaide qian wode women ta nide
  woaizhongguo woaibeijing woaimama woaibaba woaigongzuo
  admin administrator root user guest test login passwd password passw pass welcome hello iloveyou ilove letmein abc
  abcd abcde abcdef qwe qwer qwert qwerty qwertyui qwertyuiop asd asdf asdfg asdfgh asdfghjkl zxc zxcv zxcvb zxcvbn zxcvbnm
  qaz qazwsx qazwsxedc wsx edc qweasd qweasdzxc asdzxc dragon monkey master superman china office`.split(/\s+/),
);
