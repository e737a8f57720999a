import type { Actor } from '#kernel/actor.ts';
import { isMonthDay } from '#kernel/calendar.ts';
import { wrongFields } from '#kernel/input.ts';
import { refuse } from '#kernel/refusal.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { logAdministered } from '#store/administration-log.ts';
import type { Tx } from '#store/database.ts';
import { keepSetting } from '#store/settings.ts';
import type { Platform } from './platform.ts';

/** Every setting of every mechanism: what holds, what is the default, where it comes from. */
export async function listSettings(platform: Platform): Promise<administrationShape.SettingRow[]> {
  const { findSetting } = await platform.directory();
  return mechanisms.flatMap(({ record }) =>
    Object.entries(record.settings).map(([name, setting]) => ({
      mechanism: record.key,
      name,
      words: setting.name,
      value: findSetting(record.key, name) ?? setting.value,
      usual: setting.value,
      min: setting.min,
      max: setting.max,
      ...(setting.unit ? { unit: setting.unit } : {}),
      ...(setting.source ? { source: setting.source } : {}),
    })),
  );
}

/** Changes a setting within its bounds. Clocks that run keep the budget they were started with. */
export async function changeSetting(platform: Platform, tx: Tx, actor: Extract<Actor, { kind: 'post' }>, change: { mechanism: string; name: string; value: number }): Promise<void> {
  const { settings } = platform.getMechanism(change.mechanism).record;
  const setting = Object.hasOwn(settings, change.name) ? settings[change.name] : undefined;
  if (!setting) throw refuse('absent');
  if (change.value < setting.min || change.value > setting.max) {
    throw wrongFields({ value: { zh: `应在 ${setting.min} 到 ${setting.max} 之间`, en: `Between ${setting.min} and ${setting.max}` } });
  }
  if (setting.unit === 'monthDay' && !isMonthDay(change.value)) throw wrongFields({ value: { zh: '没有这一天，请按月日填写，例如03-01', en: 'There is no such day; type month and day, such as 03-01' } });
  const before = (await platform.directory()).findSetting(change.mechanism, change.name) ?? setting.value;
  await keepSetting(tx, platform.district, { ...change, by: actor.postName, at: platform.now() });
  await logAdministered(tx, platform.district, { person: actor.personId, post: actor.postId, what: 'setting', subject: `${change.mechanism}.${change.name}`, before, after: change.value, at: platform.now() });
}
