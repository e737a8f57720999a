import { resolve } from 'node:path';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { sampleDistrict } from '#sample/district.ts';
import { replay, sampleEnd, sampleLength } from '#sample/replay.ts';
import { listen } from '#store/outbox.ts';
import { demonstrationClock, isReplayed } from '../demonstration-clock.ts';
import { buildApp } from '../http/app.ts';
import { openDistrict, openInstallation, type Installation } from '../installation.ts';
import { startJobs } from '../jobs.ts';
import { leaveWorks } from '../long-work.ts';
import type { Options } from '../main.ts';
import { OperatorRefusal } from '../operator-refusal.ts';
import { buildPages } from '../pages.ts';
import { announce, progressBar } from '../terminal.ts';

/** `zhanqiao start`: the sample district by default; with `--district` and `--name` a real and empty one. */
export async function start(options: Options): Promise<void> {
  const isDemonstration = options.district === undefined;
  if (options.district !== undefined && !/^\d{6}$/.test(options.district)) {
    throw new OperatorRefusal({ zh: '行政区划代码应为六位数字（GB/T 2260）。', en: 'A district code has six digits (GB/T 2260).' });
  }
  if (!isDemonstration && !options.name) throw new OperatorRefusal({ zh: '新建区县请同时用 --name 写明名称。', en: 'Please give the name of the district with --name.' });
  if (isDemonstration && options.host !== undefined && options.host !== '127.0.0.1') {
    throw new OperatorRefusal({ zh: '示例区可以不凭密码选岗进入，只在本机开放，不能改 --host。', en: 'The sample district is entered without a password, so it opens on this machine only; --host cannot be changed.' });
  }
  if (options.origin !== undefined && !/^https?:\/\/[^/]+\/?$/.test(options.origin)) {
    throw new OperatorRefusal({ zh: '--origin 应写成 https://地址 的样子，不带路径。', en: 'Write --origin like https://address, without a path.' });
  }
  const folder = resolve(options.data ?? (isDemonstration ? 'data/demonstration' : `data/district-${options.district}`));
  // Beside the replay: one waits for the database while the other works.
  const pages = buildPages(() => announce({ zh: '正在构建页面，仅首次和更新后需要……', en: 'Building the pages; only the first time and after an update…' }));
  pages.catch(() => {});
  const needsReplay = isDemonstration && !isReplayed(folder);
  const installation = await openInstallation(folder, { afresh: needsReplay });
  try {
    await serve(installation, options, { folder, isDemonstration, needsReplay, pages });
  } catch (failure) {
    // A database that outlived its server would hold the folder.
    await installation.close();
    throw failure;
  }
}

interface Beginning {
  readonly folder: string;
  readonly isDemonstration: boolean;
  readonly needsReplay: boolean;
  readonly pages: Promise<unknown>;
}

async function serve(installation: Installation, options: Options, { folder, isDemonstration, needsReplay, pages }: Beginning): Promise<void> {
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  const realNow = () => new Date().toISOString();

  const opened = isDemonstration
    ? await openDistrict(installation, { ...sampleDistrict, isDemonstration: true }, realNow, log)
    : await openDistrict(installation, { code: options.district ?? '', name: options.name ?? '', isDemonstration: false }, realNow, log, options.origin?.startsWith('https://'));
  let { platform } = opened;
  if (isDemonstration) {
    if (needsReplay && !opened.isNew) {
      throw new OperatorRefusal({ zh: '上次重放没有完成，而这是外接数据库，不会自动清空。请换一个空库再启动。', en: 'An earlier replay was not finished, and an outside database is never emptied. Please use an empty one.' });
    }
    if (needsReplay) await replay(platform, progressBar({ zh: '重放示例年度', en: 'Replaying the sample years' }, sampleLength()));
    platform = (await openDistrict(installation, { ...sampleDistrict, isDemonstration: true }, await demonstrationClock(folder, sampleEnd), log)).platform;
  }

  await pages;

  // Other servers on the same database hear what is committed here, and this one hears them.
  const line = await listen(installation.application, () => platform.poke('elsewhere'));
  platform.onPoke((from) => from === 'here' && line.poke());

  const app = await buildApp(platform, { origins: options.origin ? [options.origin.replace(/\/$/, '')] : [] });
  const jobs = await startJobs(platform, installation.admin);
  const host = options.host ?? '127.0.0.1';
  try {
    await app.listen({ host, port: Number(options.port ?? 8080) });
  } catch (failure) {
    await jobs.stop();
    if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new OperatorRefusal({ zh: `端口 ${options.port ?? 8080} 已被占用，请用 --port 换一个。`, en: `Port ${options.port ?? 8080} is in use; choose another with --port.` });
    }
    throw failure;
  }
  const { port } = app.server.address() as AddressInfo;
  const address = options.origin?.replace(/\/$/, '') ?? `http://${host}:${port}`;
  announce({ zh: `栈桥已启动：${address}（公众页面）　${address}/work（工作台）`, en: `Zhanqiao is up: ${address} (public pages), ${address}/work (workbench)` });
  if (options.origin) announce({ zh: `网关请转发到 http://${host}:${port}`, en: `Let the gateway forward to http://${host}:${port}` });
  if (opened.firstToken) {
    announce({
      zh: `首位管理员请在 24 小时内打开（仅可使用一次）：${address}/work/first?token=${opened.firstToken}`,
      en: `First administrator, open this within 24 hours (it works once): ${address}/work/first?token=${opened.firstToken}`,
    });
  }
  stopOnSignal(async () => {
    await app.close();
    await leaveWorks(platform);
    await jobs.stop();
    await line.close();
    await installation.close();
  });
}

/** Stops in order at the first signal; a second one does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      stop().then(
        () => process.exit(0),
        (failure: unknown) => {
          process.stderr.write(`${String(failure)}\n`);
          process.exit(1);
        },
      );
    });
  }
}
