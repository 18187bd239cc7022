import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRows } from '../../platform/sheets/read-rows.ts';
import { writeRows } from '../../platform/sheets/write-rows.ts';
import { desk, openDistrict, type OpenDistrict } from './open-district.ts';

const community = '990102001001';
const grid = `${community}001`;
let district: OpenDistrict;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district.close());

/** What the office sends: one post more in a committee, a person for it, and a station; `right` without the mistakes. */
async function officeWorkbook(right: boolean): Promise<Buffer> {
  const sheet = (name: string, headings: string[], rows: string[][]) => ({ name, headings, widths: [20], rows });
  return writeRows([
    sheet(
      '机构',
      ['机构名称', '机构类型', '区划代码', '公开电话'],
      [['星井社区服务站', right ? '社区服务站' : '服务点', community, right ? '0999-558-0001' : '13800000000']],
    ),
    sheet(
      '岗位',
      ['机构名称', '岗位名称', '岗位类型', '分管事项'],
      [['星井社区服务站', '站长', '服务站站长', '一窗受理，代办帮办']],
    ),
    sheet(
      '人员',
      ['登录名', '姓名', '机构名称', '岗位名称', '任职日期'],
      [['tao.yun', '陶云', '星井社区服务站', '站长', right ? '2026-11-18' : '2026-11-31']],
    ),
  ]);
}

test('an office imports its workbook: three mistakes are named, corrected, imported, and a board is printed', async () => {
  const page = await district.signIn('administrator', desk);
  await page.getByRole('link', { name: '管理', exact: true }).click();
  await page.getByRole('link', { name: '导入导出' }).click();
  const choose = async (right: boolean) =>
    page
      .getByLabel('选择要导入的工作簿')
      .first()
      .setInputFiles({
        name: '星井社区.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await officeWorkbook(right),
      });

  await choose(false);
  await page.getByRole('heading', { name: /处要改/ }).waitFor();
  const cells = async () =>
    (await page.locator('.fault-table tbody tr').allInnerTexts()).map((row) => row.replaceAll('\t', ' '));
  const named = (await cells()).join('\n');
  for (const fault of [
    /机构 B2 机构类型 没有这种机构类型/,
    /机构 D2 公开电话 .*个人手机号不收录/,
    /人员 E2 任职日期 这不是一个日期/,
  ])
    expect(named).toMatch(fault);
  expect(await page.getByRole('button', { name: /确认导入/ }).count()).toBe(0);
  expect(await page.getByText('13800000000').count()).toBe(0);

  await choose(true);
  await page.getByRole('button', { name: '确认导入 3 处变动' }).click();
  await page.getByText('已导入：新增 3 处，更改 0 处。').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载首次口令表' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const passwords = await readRows(Buffer.concat(chunks));
  expect(passwords.ok && passwords.value[0]?.rows[1]?.slice(0, 2).map(({ text }) => text)).toEqual(['陶云', 'tao.yun']);

  const visitor = await district.visit(desk);
  await visitor.goto(`/boards/${community}/sheet`);
  await visitor.getByRole('cell', { name: '陶云' }).waitFor();
  await visitor.getByText('一窗受理，代办帮办').waitFor();
  expect(await countPages(await visitor.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1);
});

test('a resident finds the board of her grid, and the code on it begins a report there', async () => {
  const page = await district.visit({ width: 390, height: 844 }, { javaScript: false });
  await page.goto('/');
  await page.getByRole('link', { name: '谁在负责' }).click();
  await page.getByRole('searchbox', { name: '您住哪里' }).fill(grid);
  await page.getByRole('button', { name: '查一查' }).click();
  await page.getByRole('heading', { name: '星井社区第一网格公示牌' }).waitFor();
  await page.getByText(district.nameOf('gridWorker')).first().waitFor();
  await page.getByRole('link', { name: '反映这里的问题' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.locator('input[name=grid]').getAttribute('value')).toBe(grid);
});

test('the sheet of a grid fits one page of A3', async () => {
  const page = await district.visit(desk);
  for (const language of ['zh', 'en']) {
    await page.goto(`/prefs?language=${language}&back=/`);
    await page.goto(`/boards/${grid}/sheet`);
    expect(await countPages(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).toBe(1);
  }
});

/** A page tree names its pages; Chromium writes it uncompressed. */
async function countPages(pdf: Buffer): Promise<number> {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}
