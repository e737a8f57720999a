import type { Instant } from '#kernel/calendar.ts';
import type { Tx } from './database.ts';

/** Somebody named in a comment: a unit or a post. */
export interface Mention {
  readonly kind: 'unit' | 'post';
  readonly id: string;
}

export interface CommentRow {
  readonly id: string;
  readonly person: string;
  readonly post: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly at: Instant;
  readonly editedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

const columns = 'id, person, post, text, mentions, at, edited_at as "editedAt", withdrawn_at as "withdrawnAt"';

/** Keeps a comment. */
export async function keepComment(tx: Tx, district: string, matter: string, comment: Omit<CommentRow, 'editedAt' | 'withdrawnAt'>): Promise<void> {
  const { id, person, post, text, mentions, at } = comment;
  await tx.query('comment.keep', 'insert into comment (district, matter, id, person, post, text, mentions, at) values ($1, $2, $3, $4, $5, $6, $7, $8)', [district, matter, id, person, post, text, JSON.stringify(mentions), at]);
}

/** What was said of a matter, the first first. */
export async function commentsOf(tx: Tx, district: string, matter: string): Promise<CommentRow[]> {
  return tx.query('comment.of', `select ${columns} from comment where district = $1 and matter = $2 order by at, id`, [district, matter]);
}

/** One comment, held for whoever is about to change it. */
export async function lockComment(tx: Tx, district: string, matter: string, id: string): Promise<CommentRow | undefined> {
  const [row] = await tx.query<CommentRow>('comment.lock', `select ${columns} from comment where district = $1 and matter = $2 and id = $3 for update`, [district, matter, id]);
  return row;
}

/** Mends the words of a comment. */
export async function mendComment(tx: Tx, district: string, matter: string, id: string, changed: Pick<CommentRow, 'text' | 'mentions'> & { readonly at: Instant }): Promise<void> {
  await tx.query('comment.mend', 'update comment set text = $4, mentions = $5, edited_at = $6 where district = $1 and matter = $2 and id = $3', [district, matter, id, changed.text, JSON.stringify(changed.mentions), changed.at]);
}

/** Takes a comment back: its words are gone, that it was there stays. */
export async function withdrawComment(tx: Tx, district: string, matter: string, id: string, at: Instant): Promise<void> {
  await tx.query('comment.withdraw', `update comment set text = '', mentions = '[]', withdrawn_at = $4 where district = $1 and matter = $2 and id = $3`, [district, matter, id, at]);
}
