import type * as administrationShape from '#contract/administration-shapes.ts';
import { dayOfYear } from '#kernel/calendar.ts';
import type { Setting } from '#kernel/mechanism.ts';
import { verbatim, type Text } from '#kernel/words.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { administeredOf } from '#store/administration-log.ts';
import type { Tx } from '#store/database.ts';
import type { Directory } from './directory.ts';
import type { Platform } from './platform.ts';

const mostListed = 100;

/** What administrators changed, with who did it and what the subject is called. */
export async function listAdministered(platform: Platform, tx: Tx, asked: { readonly what?: string | undefined; readonly subject?: string | undefined; readonly before?: string | undefined }): Promise<administrationShape.AdministeredRow[]> {
  const directory = await platform.directory();
  const { what, subject, before } = asked;
  const rows = await administeredOf(tx, platform.district, { ...(what ? { what } : {}), ...(subject ? { subject } : {}), ...(before ? { before } : {}), limit: mostListed });
  return rows.map(({ person, post, before: was, after: is, ...row }) => ({
    ...row, before: said(row, was), after: said(row, is), personName: directory.people.get(person)?.name ?? person, postName: directory.posts.get(post)?.name ?? post, subjectName: nameOf(directory, row.what, row.subject),
  }));
}

/** A day of the year by month and day; anything else as it is kept. */
function said({ what, subject }: { readonly what: string; readonly subject: string }, value: unknown): unknown {
  return typeof value === 'number' && what === 'setting' && settingOf(subject)?.unit === 'monthDay' ? dayOfYear(2000, value).slice(5) : value;
}

function settingOf(subject: string): Setting | undefined {
  const [key, name = ''] = subject.split('.');
  const record = mechanisms.find((mechanism) => mechanism.record.key === key)?.record;
  return record && Object.hasOwn(record.settings, name) ? record.settings[name] : undefined;
}

function nameOf(directory: Directory, what: string, subject: string): Text {
  if (what.startsWith('unit.')) return verbatim(directory.units.get(subject)?.name ?? subject);
  if (what.startsWith('post.')) return verbatim(directory.posts.get(subject)?.name ?? subject);
  if (what !== 'setting') return verbatim(subject);
  const record = mechanisms.find((mechanism) => mechanism.record.key === subject.split('.')[0])?.record;
  const words = settingOf(subject)?.name;
  return words && record ? { zh: `${record.name.zh}：${words.zh}`, en: `${record.name.en}: ${words.en}` } : verbatim(subject);
}
