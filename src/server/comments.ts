import { randomUUID } from 'node:crypto';
import type { Comment, Comments, Mention } from '#contract/beside-shapes.ts';
import { isHeld, type Actor } from '#kernel/actor.ts';
import { dayOf, type Instant } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import { refuse } from '#kernel/refusal.ts';
import { findSecretMark } from '#kernel/secrecy.ts';
import type { Text } from '#kernel/words.ts';
import { commentsOf, keepComment, lockComment, mendComment, withdrawComment, type CommentRow } from '#store/comments.ts';
import type { Tx } from '#store/database.ts';
import { keepNotices } from '#store/notices.ts';
import { noteBeside } from '#store/outbox.ts';
import { findActor, type Directory } from './directory.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';
import { isVisible } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** Long enough to mend a slip, too short to change what others have answered to. */
const mendableFor = 15;

/** What was said of a matter, as this reader meets it. */
export async function listComments(platform: Platform, tx: Tx, matter: Matter, actor: PostActor): Promise<Comments> {
  const directory = await platform.directory();
  const mentionable = mentionableIn(platform, directory, matter);
  const now = platform.now();
  return { rows: (await commentsOf(tx, platform.district, matter.id)).map((row) => viewOf(directory, row, actor, now)), mentionable: [...mentionable] };
}

/** Says something about a matter. Whoever is named in it is told. */
export async function comment(platform: Platform, tx: Tx, matter: Matter, actor: PostActor, words: string): Promise<void> {
  const { text, mentions } = judged(platform, await platform.directory(), matter, words);
  const at = platform.now();
  await keepComment(tx, platform.district, matter.id, { id: randomUUID(), person: actor.personId, post: actor.postId, text, mentions: mentions.map(({ kind, id }) => ({ kind, id })), at });
  await tellNamed(platform, tx, matter, actor, mentions);
  await noteBeside(tx, platform.district, { mechanism: matter.mechanism, matter: matter.id, seq: matter.version });
}

/** Mends what somebody said. Only those who were not named before are told. */
export async function mend(platform: Platform, tx: Tx, matter: Matter, actor: PostActor, id: string, words: string): Promise<void> {
  const held = await ownComment(platform, tx, matter, actor, id);
  const at = platform.now();
  if (at > mendableUntil(held)) throw refuseRequest('commentSettled', { minutes: mendableFor });
  const { text, mentions } = judged(platform, await platform.directory(), matter, words);
  await mendComment(tx, platform.district, matter.id, id, { text, mentions: mentions.map(({ kind, id: named }) => ({ kind, id: named })), at });
  await tellNamed(platform, tx, matter, actor, mentions.filter((mention) => !held.mentions.some((before) => before.kind === mention.kind && before.id === mention.id)));
  await noteBeside(tx, platform.district, { mechanism: matter.mechanism, matter: matter.id, seq: matter.version });
}

/** Takes back what somebody said. */
export async function takeBack(platform: Platform, tx: Tx, matter: Matter, actor: PostActor, id: string): Promise<void> {
  await ownComment(platform, tx, matter, actor, id);
  await withdrawComment(tx, platform.district, matter.id, id, platform.now());
  await noteBeside(tx, platform.district, { mechanism: matter.mechanism, matter: matter.id, seq: matter.version });
}

async function ownComment(platform: Platform, tx: Tx, matter: Matter, actor: PostActor, id: string): Promise<CommentRow> {
  const held = await lockComment(tx, platform.district, matter.id, id);
  if (!held) throw refuse('absent');
  if (held.person !== actor.personId) throw refuseRequest('notYourComment');
  if (held.withdrawnAt !== null) throw refuseRequest('commentWithdrawn');
  return held;
}

/** The words as they are kept and whom they name, or a refusal. */
function judged(platform: Platform, directory: Directory, matter: Matter, words: string): { readonly text: string; readonly mentions: readonly Mention[] } {
  const text = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').trim();
  if (text === '') throw refuseRequest('emptyComment');
  const mark = findSecretMark(text);
  if (mark !== undefined) throw refuse('secretMark', { mark });
  const known = mentionableIn(platform, directory, matter);
  const today = dayOf(platform.now());
  const others = [
    ...[...directory.units.values()].map(({ id, name }) => ({ kind: 'unit' as const, id, name })),
    ...[...directory.posts.values()].filter((post) => isHeld(post, today)).map(({ id, name }) => ({ kind: 'post' as const, id, name })),
  ].filter(({ kind, id }) => !known.some((each) => each.kind === kind && each.id === id));
  const mentions = new Map<string, Mention>();
  for (const [, after = ''] of text.matchAll(/[@＠]([^@＠]{1,100})/g)) {
    const named = longest(known, after) ;
    const unseen = longest(others, after);
    if (unseen && unseen.name.length > (named?.name.length ?? 0)) throw refuseRequest('mentionUnseen', { name: unseen.name });
    if (named) mentions.set(`${named.kind}/${named.id}`, { kind: named.kind, id: named.id, name: named.name });
  }
  return { text, mentions: [...mentions.values()] };
}

/** Of two names that begin alike the longer one is meant. */
function longest<M extends Mention>(among: readonly M[], words: string): M | undefined {
  return among.filter(({ name }) => words.startsWith(name)).toSorted((one, other) => other.name.length - one.name.length)[0];
}

/** Posts that see the matter today, and the units they belong to. */
function mentionableIn(platform: Platform, directory: Directory, matter: Matter): readonly (Mention & { readonly unitName?: string })[] {
  const posts = seeing(platform, directory, matter);
  const units = new Map(posts.flatMap(({ unitId }) => {
    const unit = directory.units.get(unitId);
    return unit ? [[unitId, { kind: 'unit' as const, id: unitId, name: unit.name }]] : [];
  }));
  return [
    ...units.values(),
    ...posts.map(({ postId, postName, unitId }) => ({ kind: 'post' as const, id: postId, name: postName, ...(directory.units.has(unitId) ? { unitName: directory.units.get(unitId)?.name ?? '' } : {}) })),
  ];
}

function seeing(platform: Platform, directory: Directory, matter: Matter): readonly PostActor[] {
  const { record } = platform.getMechanism(matter.mechanism);
  const today = dayOf(platform.now());
  return [...directory.posts.keys()].flatMap((id) => findActor(directory, id, today) ?? []).filter((actor) => isVisible(record, matter, actor));
}

/** A unit is told through those of its posts that see the matter; nobody is told of his own words. */
async function tellNamed(platform: Platform, tx: Tx, matter: Matter, actor: PostActor, mentions: readonly Mention[]): Promise<void> {
  if (mentions.length === 0) return;
  const posts = seeing(platform, await platform.directory(), matter).filter(({ postId, unitId }) => mentions.some(({ kind, id }) => id === (kind === 'post' ? postId : unitId)));
  const number = matter.number ?? '';
  const text: Text = {
    zh: `“${actor.postName}”在事项${number && ` ${number} `}的讨论中提到了您，请查看。`,
    en: `“${actor.postName}” named you in the discussion of ${number || 'a matter'}. Please have a look.`,
  };
  const told = posts.filter(({ postId }) => postId !== actor.postId).map(({ postId }) => ({ to: { post: postId }, text, mechanism: matter.mechanism, matter: matter.id, at: platform.now(), seq: matter.version }));
  await keepNotices(tx, platform.district, told);
}

function viewOf(directory: Directory, row: CommentRow, actor: PostActor, now: Instant): Comment {
  const post = directory.posts.get(row.post);
  const isMine = row.person === actor.personId;
  const until = mendableUntil(row);
  return {
    id: row.id,
    at: row.at,
    by: { name: post?.name ?? directory.people.get(row.person)?.name ?? row.post, unitName: directory.units.get(post?.unitId ?? '')?.name ?? '' },
    text: row.text,
    mentions: row.mentions.map(({ kind, id }) => ({ kind, id, name: (kind === 'unit' ? directory.units.get(id)?.name : directory.posts.get(id)?.name) ?? id })),
    ...(row.editedAt ? { editedAt: row.editedAt } : {}),
    ...(row.withdrawnAt ? { withdrawnAt: row.withdrawnAt } : {}),
    isMine,
    ...(isMine && !row.withdrawnAt && now <= until ? { mendableUntil: until } : {}),
  };
}

function mendableUntil({ at }: Pick<CommentRow, 'at'>): Instant {
  return new Date(Date.parse(at) + mendableFor * 60_000).toISOString();
}
