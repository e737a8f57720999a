import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

export interface BrowserOptions {
  /** The one origin a page may talk to. Without it every loopback address counts as ours. */
  readonly origin?: string;
  /** A port on which another program may drive the same browser. */
  readonly debuggingPort?: number;
  /** Draws WebGL in software, for maps. */
  readonly webGl?: boolean;
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

/** A violation as a walk wants to read it in a failing assertion. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

export interface OpenBrowser {
  readonly browser: Browser;
  /** A page in a context of its own: no cookie and no storage is shared with another page. */
  newPage(options?: PageOptions): Promise<Page>;
  /** Addresses outside the origin that any page asked for. They are recorded and never reached. */
  outsideRequests(): readonly string[];
  consoleErrors(): readonly string[];
  pageErrors(): readonly string[];
  /** The three lists above in one, so that a walk ends with `expect(troubles()).toEqual([])`. */
  troubles(): readonly string[];
  close(): Promise<void>;
}

/** A Chromium for walks: an installed one, otherwise the one that came with npm. */
export async function openBrowser(options: BrowserOptions = {}): Promise<OpenBrowser> {
  const browser = await launch(await findChromium(), options);
  const outside: string[] = [];
  const errors: string[] = [];
  const crashes: string[] = [];

  function watch(context: BrowserContext) {
    context.on('request', (request) => void (isOutside(request.url(), options.origin) && outside.push(request.url())));
    context.on('page', (page) =>
      page.on('websocket', (socket) => void (isOutside(socket.url(), options.origin) && outside.push(socket.url()))),
    );
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => void crashes.push(String(error.error().stack ?? error.error())));
  }

  return {
    browser,
    async newPage({ width = 1440, height = 900, locale = 'zh-CN' } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...(options.origin === undefined ? {} : { baseURL: options.origin }),
      });
      watch(context);
      const page = await context.newPage();
      page.once('close', () => void context.close().catch(() => undefined));
      return page;
    },
    outsideRequests: () => outside,
    consoleErrors: () => errors,
    pageErrors: () => crashes,
    troubles: () => [
      ...outside.map((address) => `outside request: ${address}`),
      ...errors.map((text) => `console error: ${text}`),
      ...crashes.map((text) => `page error: ${text}`),
    ],
    close: () => browser.close(),
  };
}

/** What WCAG 2.2 AA asks, as far as a machine can tell. `within` narrows the check to one part of the page. */
export async function axe(page: Page, within?: string): Promise<readonly Violation[]> {
  // evaluate() goes through the debugger, which a page's content security policy does not govern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource());
  const options: RunOptions = {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    resultTypes: ['violations'],
  };
  return page.evaluate(
    async ({ within, options }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within ?? document, options);
      return violations.map(({ id, help, nodes }) => ({
        rule: id,
        help,
        nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }));
    },
    { within, options },
  );
}

/** Takes a picture of the whole page into .cache/shots and says where it is. */
export async function shoot(page: Page, name: string, options: { readonly fullPage?: boolean } = {}): Promise<string> {
  const path = join(project, '.cache', 'shots', `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: options.fullPage ?? true, animations: 'disabled' });
  return path;
}

let axeText: Promise<string> | undefined;
function axeSource(): Promise<string> {
  return (axeText ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
}

/** Everything but http and ws (data:, blob:, about:) stays in the browser and is nobody's business. */
function isOutside(address: string, origin: string | undefined): boolean {
  const url = new URL(address);
  if (!/^(https?|wss?):$/.test(url.protocol)) return false;
  if (origin !== undefined) return url.host !== new URL(origin).host;
  return !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
}

interface Chromium {
  readonly path: string;
  readonly env: Record<string, string>;
}

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function findChromium(): Promise<Chromium> {
  const path = [process.env['CHROMIUM_PATH'], ...installed].find((each) => each && isExecutable(each));
  return path ? { path, env: {} } : unpackedChromium();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function launch({ path, env }: Chromium, { debuggingPort, webGl }: BrowserOptions): Promise<Browser> {
  const start = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath: path,
      chromiumSandbox,
      env: { ...(process.env as Record<string, string>), ...env },
      args: [
        ...(webGl ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'] : ['--disable-gpu']),
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
        // Outside names fail at once instead of waiting for a network that is not there.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]',
      ],
    });
  // Chromium refuses its sandbox to root; containers often lack the user namespaces it needs.
  if (process.getuid?.() === 0) return start(false);
  return start(true).catch(() => start(false));
}

/** @sparticuz/chromium unpacks under fixed names into the temp folder; ours get a folder by version and user. */
async function unpackedChromium(): Promise<Chromium> {
  const bundle = join(dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(await readFile(join(bundle, 'package.json'), 'utf8')) as { version: string };
  const owner = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `zhanqiao-chromium-${version}-${owner}`);
  if (!existsSync(folder)) await unpack(join(bundle, 'bin'), folder);
  // The temp folder is everybody's: a folder that somebody else laid out under our name is not run.
  if (typeof owner === 'number' && (await stat(folder)).uid !== owner) {
    throw new Error(`${folder} belongs to another user; remove it or set CHROMIUM_PATH.`);
  }
  const libraries = [join(folder, 'al2023', 'lib'), folder, process.env['LD_LIBRARY_PATH']].filter(Boolean);
  return {
    path: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.join(':'),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }),
      ...(process.env['HOME'] ? {} : { HOME: folder }),
    },
  };
}

async function unpack(bin: string, folder: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), 'zhanqiao-chromium-draft-'));
  const script = `
    import { inflate } from '@sparticuz/chromium';
    await Promise.all(process.argv.slice(1).map((file) => inflate(file)));`;
  const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
  try {
    // In a child, because the package takes its target from TMPDIR and ours must stay as it is.
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script, ...archives.map((archive) => join(bin, archive))],
      { cwd: project, env: { ...process.env, TMPDIR: draft } },
    );
    await writeFile(join(draft, 'fonts.conf'), fontsConf(join(folder, 'fonts')));
    // Two test runs may unpack at the same moment: whoever comes second uses what is there.
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}-cache</cachedir></fontconfig>
`;
}
