import type { DraftRow } from '#contract/beside-shapes.ts';
import type { Actor } from '#kernel/actor.ts';
import { getAction } from '#kernel/decide.ts';
import { refuse } from '#kernel/refusal.ts';
import { findSecretMarkIn } from '#kernel/secrecy.ts';
import type { Tx } from '#store/database.ts';
import { draftsOf, dropDraft, findDraft, keepDraft, otherDrafts } from '#store/drafts.ts';
import { findMatters } from '#store/matters.ts';
import { asId, getVisibleMatter } from './http/ids.ts';
import { refuseRequest } from './http/refusals.ts';
import type { Platform } from './platform.ts';
import { isVisible } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

const mostDrafts = 200;

/** Which form a draft is of. */
export interface FormOf {
  readonly mechanism: string;
  readonly action: string;
  readonly matter?: string | undefined;
}

/** Keeps what is typed so far. Classified text is not to be kept here at all, handed in or not (保守国家秘密法). */
export async function saveDraft(platform: Platform, tx: Tx, actor: PostActor, form: FormOf, typed: Readonly<Record<string, unknown>>): Promise<string> {
  const { district } = platform;
  getAction(platform.getMechanism(form.mechanism), form.action);
  if (form.matter !== undefined) await getVisibleMatter(platform, tx, form.mechanism, form.matter, actor);
  const mark = findSecretMarkIn(typed);
  if (mark !== undefined) throw refuse('secretMark', { mark });
  const key = keyOf(form);
  if ((await otherDrafts(tx, district, actor.personId, key)) >= mostDrafts) throw refuseRequest('tooManyDrafts', { limit: mostDrafts });
  const at = platform.now();
  await keepDraft(tx, district, actor.personId, { key, typed, at }, platform.secrets.vault);
  return at;
}

export async function openDraft(platform: Platform, tx: Tx, actor: PostActor, form: FormOf) {
  const draft = await findDraft(tx, platform.district, actor.personId, keyOf(form), platform.secrets.vault);
  return draft ? { at: draft.at, typed: { ...draft.typed } } : null;
}

export async function discardDraft(platform: Platform, tx: Tx, actor: PostActor, form: FormOf): Promise<void> {
  await dropDraft(tx, platform.district, actor.personId, keyOf(form));
}

/** The drafts of a person, by what they are for. One for a matter he no longer sees is not told of; nor is one whose form is gone. */
export async function listDrafts(platform: Platform, tx: Tx, actor: PostActor): Promise<DraftRow[]> {
  const drafts = await draftsOf(tx, platform.district, actor.personId, platform.secrets.vault, mostDrafts);
  const forms = drafts.map((draft) => ({ draft, form: formOf(draft.key) }));
  const matters = new Map((await findMatters(tx, platform.district, forms.flatMap(({ form }) => form.matter ?? []))).map((matter) => [matter.id, matter]));
  return forms.flatMap(({ draft, form }): DraftRow[] => {
    const mechanism = findMechanism(platform, form.mechanism);
    const name = mechanism && Object.hasOwn(mechanism.actions, form.action) ? mechanism.actions[form.action]?.name : undefined;
    if (!mechanism || !name) return [];
    if (form.matter === undefined) {
      const typed = draft.typed[mechanism.record.title];
      return [{ mechanism: form.mechanism, action: form.action, name, matter: null, title: typeof typed === 'string' ? typed : '', number: null, at: draft.at }];
    }
    const matter = matters.get(form.matter);
    if (!matter || !isVisible(mechanism.record, matter, actor)) return [];
    return [{ mechanism: form.mechanism, action: form.action, name, matter: matter.id, title: String(matter.facts[mechanism.record.title] ?? ''), number: matter.number ?? null, at: draft.at }];
  });
}

function findMechanism(platform: Platform, key: string) {
  try {
    return platform.getMechanism(key);
  } catch {
    // A mechanism of an earlier version, or one taken out of the list.
    return undefined;
  }
}

function keyOf({ mechanism, action, matter }: FormOf): string {
  return [mechanism, action, ...(matter === undefined ? [] : [asId(matter)])].join('/');
}

function formOf(key: string): FormOf {
  const [mechanism = '', action = '', matter] = key.split('/');
  return { mechanism, action, matter };
}
