import { inspect, parseArgs } from 'node:util';
import { Refusal } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import { EmbeddedRefusal } from '#store/embedded/embedded-refusal.ts';
import { OperatorRefusal } from './operator-refusal.ts';
import { announce } from './terminal.ts';

/** A command of `zhanqiao`, loaded when it is called. */
type Command = (options: Options) => Promise<void>;

/** What the command line may say. */
export interface Options {
  readonly data?: string;
  readonly district?: string;
  readonly name?: string;
  readonly host?: string;
  readonly port?: string;
  readonly file?: string;
  readonly scale?: string;
  /** Only tries a restore, beside what is in use. */
  readonly trial?: boolean;
  /** The address people type, where a gateway with TLS stands before the platform. */
  readonly origin?: string;
  readonly open?: boolean;
}

const commands: Readonly<Record<string, { readonly about: Text; readonly load: () => Promise<Command> }>> = {
  start: {
    about: { zh: '启动平台；不带 --district 时启动示例区', en: 'start the platform; the sample district unless --district is given' },
    load: async () => (await import('./commands/start.ts')).start,
  },
  link: { about: { zh: '给管理员发一个新的一次性链接', en: 'give an administrator a new one-time link' }, load: async () => (await import('./commands/link.ts')).linkCommand },
  migrate: { about: { zh: '更新数据库结构', en: 'bring the schema up to date' }, load: async () => (await import('./commands/migrate.ts')).migrateCommand },
  replay: { about: { zh: '把示例年度重放到一个空库', en: 'replay the sample year into an empty folder' }, load: async () => (await import('./commands/replay.ts')).replayCommand },
  check: { about: { zh: '检查各机制的声明', en: 'check the declarations of the mechanisms' }, load: async () => (await import('./commands/check.ts')).checkCommand },
  verify: { about: { zh: '核验留痕链与台账一致', en: 'verify the trace and that rows follow from it' }, load: async () => (await import('./commands/verify.ts')).verifyCommand },
  backup: { about: { zh: '备份到一个文件', en: 'back up into one file' }, load: async () => (await import('./commands/backup.ts')).backupCommand },
  restore: { about: { zh: '从备份文件恢复到空库；--trial 只演练，不动正在用的数据', en: 'restore a backup into an empty folder; with --trial only try it, beside what is in use' }, load: async () => (await import('./commands/backup.ts')).restoreCommand },
  calendar: { about: { zh: '录入国务院办公厅年度放假调休通知（--file 每行“日期,rest 或 work”）', en: 'enter a yearly holiday notice (--file, a line each: date,rest or work)' }, load: async () => (await import('./commands/calendar.ts')).calendarCommand },
  openapi: { about: { zh: '输出 OpenAPI 3.1 文档', en: 'print the OpenAPI 3.1 document' }, load: async () => (await import('./commands/openapi.ts')).openapiCommand },
  reference: { about: { zh: '重新生成 docs/reference 下的参考文档', en: 'write the generated references under docs/reference' }, load: async () => (await import('./commands/reference.ts')).referenceCommand },
};

await main();

async function main(): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' }, district: { type: 'string' }, name: { type: 'string' }, host: { type: 'string' }, port: { type: 'string' },
        file: { type: 'string' }, scale: { type: 'string' }, origin: { type: 'string' }, trial: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    });
    const command = Object.hasOwn(commands, positionals[0] ?? '') ? commands[positionals[0] ?? ''] : undefined;
    if (values.help || !command) return usage(values.help ? 0 : 2);
    await (await command.load())(values);
  } catch (failure) {
    fail(failure);
  }
}

function usage(code: number): void {
  process.stdout.write('zhanqiao <命令 command> [--data 文件夹] [--district 代码] [--name 名称] [--host 地址] [--port 端口] [--file 文件] [--trial] [--origin https://地址]\n\n');
  for (const [name, { about }] of Object.entries(commands)) process.stdout.write(`  ${name.padEnd(10)}${about.zh}\n${' '.repeat(12)}${about.en}\n`);
  process.exitCode = code;
}

/** A refusal is said in words; anything else is a defect and shown whole to the operator. */
function fail(failure: unknown): void {
  process.exitCode = 1;
  if (failure instanceof EmbeddedRefusal) return announce(failure.words);
  if (failure instanceof OperatorRefusal || failure instanceof Refusal) return announce(failure.words);
  if (failure instanceof TypeError && 'code' in failure && String(failure.code).startsWith('ERR_PARSE_ARGS')) {
    announce({ zh: `命令行看不明白：${failure.message}`, en: `The command line is not clear: ${failure.message}` });
    return usage(2);
  }
  process.stderr.write(`${inspect(failure)}\n`);
}
