import type * as administrationShape from '#contract/administration-shapes.ts';
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
  return rows.map(({ person, post, ...row }) => ({
    ...row, personName: directory.people.get(person)?.name ?? person, postName: directory.posts.get(post)?.name ?? post, subjectName: nameOf(directory, row.what, row.subject),
  }));
}

function nameOf(directory: Directory, what: string, subject: string): Text {
  if (what.startsWith('unit.')) return verbatim(directory.units.get(subject)?.name ?? subject);
  if (what.startsWith('post.')) return verbatim(directory.posts.get(subject)?.name ?? subject);
  if (what !== 'setting') return verbatim(subject);
  const [key, name = ''] = subject.split('.');
  const record = mechanisms.find((mechanism) => mechanism.record.key === key)?.record;
  const words = record && Object.hasOwn(record.settings, name) ? record.settings[name]?.name : undefined;
  return words && record ? { zh: `${record.name.zh}：${words.zh}`, en: `${record.name.en}: ${words.en}` } : verbatim(subject);
}
