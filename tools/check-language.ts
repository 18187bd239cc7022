// npm run check-language -- FILE: checks a words file of the residents' site; exit code 1 when it lacks sentences or cannot be used.
import { readFileSync } from 'node:fs';
import { checkTongue } from '../apps/site/tongues/check-tongue.ts';
import { noteOf } from '../apps/site/tongues/read-tongues.ts';
import zh from '../apps/site/words/zh.json' with { type: 'json' };

const file = process.argv[2];
if (file === undefined) {
  console.error('请写文件名。 Please name a file: npm run check-language -- FILE');
  process.exitCode = 1;
} else {
  const read = checkTongue(readFileSync(file, 'utf8'), zh);
  for (const { kind, about } of read.findings) console.error(`${kind.padEnd(10)} ${about}`);
  const note = noteOf(file, read);
  if (note === undefined) console.log(`${file}：完整。 Complete.`);
  else {
    console.error(note);
    process.exitCode = 1;
  }
}
