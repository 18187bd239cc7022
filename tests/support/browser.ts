import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
const args = ['--no-sandbox', '--font-render-hinting=none'];

export type PageWish = {
  readonly width: number;
  readonly height: number;
  readonly javaScript?: boolean;
  /** Put before addresses that begin with a slash. */
  readonly baseUrl?: string;
};

let browser: Promise<Browser> | undefined;

/** Opens an empty page in a session of its own, in Chinese and Beijing time; `page.context().close()` ends it. */
export async function openPage({ width, height, javaScript = true, baseUrl }: PageWish): Promise<Page> {
  browser ??= launch();
  const context = await (
    await browser
  ).newContext({
    viewport: { width, height },
    javaScriptEnabled: javaScript,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...(baseUrl === undefined ? {} : { baseURL: baseUrl }),
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

/** Ends the browser of this test process; the next `openPage` starts another. */
export async function closeBrowser() {
  const closing = browser;
  browser = undefined;
  await (await closing)?.close();
}

/** The browser at CHROME_PATH, or the one that npm installed, which needs neither libraries nor fonts of the system. */
async function launch(): Promise<Browser> {
  const ownPath = process.env['CHROME_PATH'];
  if (ownPath) return chromium.launch({ executablePath: ownPath, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      '这台机器没有随附的浏览器。请把 CHROME_PATH 设为 Chrome 或 Chromium 的路径。\nNo browser comes with this machine. Set CHROME_PATH to Chrome or Chromium.',
    );
  }
  const folder = await unpack();
  const env = {
    ...definedOnly(process.env),
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
}

/** Unpacks the browser once per version (220 MB); several processes may try at once, and the first one done wins. */
async function unpack(): Promise<string> {
  const packageFolder = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const cache = join(dirname(dirname(packageFolder)), '.cache', 'linli-chromium');
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;
  const unfinished = join(cache, `new-${randomBytes(6).toString('hex')}`);
  mkdirSync(unfinished, { recursive: true });
  const packed = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  await inflateInto(
    unfinished,
    packed.map((name) => join(packageFolder, 'bin', name)),
  );
  addChineseFont(join(unfinished, 'fonts'));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the system's temporary folder, which it looks up when called. */
async function inflateInto(folder: string, files: readonly string[]) {
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const unpacking = files.map((file) => inflate(file));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(unpacking);
}

/** Without any font Chromium aborts at the first form control, and Chinese would be empty boxes. */
function addChineseFont(folder: string) {
  const font = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  cpSync(font, join(folder, 'NotoSansSC-Regular.ttf'));
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
