import { isHeld, mayReadOf, rolesOf, type Actor, type Role, type Sight } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyRecord } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import type { Text } from '#kernel/words.ts';
import type * as administrationShape from '#contract/administration-shapes.ts';
import { roleName } from '#mechanisms/roles.ts';
import { findMatter } from '#store/matters.ts';
import { findByNumber } from '#store/numbers.ts';
import type { Tx } from '#store/database.ts';
import { findActor } from './directory.ts';
import type { Platform } from './platform.ts';
import { isVisible, viewedOf } from './world.ts';

type PostActor = Extract<Actor, { kind: 'post' }>;

/** By which rules a post sees a matter and its facts, or does not. Neither title nor values are told: whoever asks may not see them himself. */
export async function explainSight(platform: Platform, tx: Tx, asked: { readonly post: string; readonly mechanism: string; readonly matter: string }): Promise<administrationShape.Why> {
  const { record } = platform.getMechanism(asked.mechanism);
  const today = dayOf(platform.now());
  const directory = await platform.directory();
  const post = directory.posts.get(asked.post);
  const actor = post && isHeld(post, today) ? findActor(directory, post.id, today) : undefined;
  const matter = (await findMatter(tx, platform.district, asked.matter)) ?? (await findByNumber(tx, platform.district, asked.mechanism, asked.matter.trim().toUpperCase(), platform.isDemonstration));
  if (!post || !actor || matter?.mechanism !== asked.mechanism) throw refuse('absent');
  const isSeen = isVisible(record, matter, actor);
  const viewed = viewedOf(record, matter, today);
  return {
    postName: post.name,
    number: matter.number ?? null,
    isSeen,
    rules: rulesOf(record, matter, actor),
    facts: Object.entries(record.facts).map(([name, fact]) => {
      const isRead = isSeen && mayReadOf(fact, actor, viewed);
      return { name: fact.name, isRead, isHeld: matter.facts[name] !== undefined, words: factWords(fact, isSeen, isRead) };
    }),
  };
}

/** The rules that were looked at, in their order. */
function rulesOf(record: AnyRecord, matter: Matter, actor: PostActor): administrationShape.Why['rules'] {
  if (matter.confinedTo) {
    const isNamed = matter.confinedTo.includes(actor.personId);
    return [{ holds: isNamed, words: { zh: `此事项限指定人员查看，本人${isNamed ? '在' : '不在'}名单内；职责不再起作用。`, en: `Only named persons see this matter, and this person is ${isNamed ? '' : 'not '}among them; roles count no more.` } }];
  }
  const held = rolesOf(actor);
  const known = held.filter((role) => record.sees[role] !== undefined);
  const none = held.filter((role) => record.sees[role] === undefined);
  return [
    ...known.map((role) => sightRule(record, matter, actor, role, record.sees[role] as Sight)),
    ...none.map((role) => ({ holds: false, words: { zh: `“${roleName(role).zh}”不看这个台账。`, en: `“${roleName(role).en}” does not see this register.` } })),
  ];
}

function sightRule(record: AnyRecord, matter: Matter, actor: PostActor, role: Role, sight: Sight): administrationShape.Why['rules'][number] {
  const name = roleName(role);
  // The role alone, so that each rule answers for itself.
  const holds = isVisible(record, matter, { ...actor, roles: [role] });
  return { holds, words: sightWords(record, name, sight, actor, holds) };
}

function sightWords(record: AnyRecord, name: Text, sight: Sight, actor: PostActor, holds: boolean): Text {
  if (sight === 'all') return { zh: `“${name.zh}”看全部事项。`, en: `“${name.en}” sees every matter.` };
  if (sight === 'involved') {
    return { zh: `“${name.zh}”只看本单位牵头、配合或有待办的事项；本单位${holds ? '与此事项有关' : '与此事项无关'}。`, en: `“${name.en}” sees what the unit leads, takes part in or owes something on; the unit has ${holds ? 'a' : 'no'} part in this one.` };
  }
  const fact = record.facts[sight.field]?.name ?? { zh: sight.field, en: sight.field };
  if (actor.fields.length === 0) return { zh: `“${name.zh}”按${fact.zh}看；本岗位没有限定，看全部。`, en: `“${name.en}” sees by ${fact.en}; this post is not limited and sees all.` };
  return { zh: `“${name.zh}”按${fact.zh}看；此事项${holds ? '在' : '不在'}本岗位的范围内。`, en: `“${name.en}” sees by ${fact.en}; this matter is ${holds ? 'within' : 'outside'} what the post covers.` };
}

function factWords(fact: AnyRecord['facts'][string], isSeen: boolean, isRead: boolean): Text {
  if (!isSeen) return { zh: '看不到事项', en: 'The matter is not seen' };
  const list = (language: 'zh' | 'en') => (fact.seenBy ?? []).map((role) => (role === 'author' ? { zh: '建议人', en: 'the author' } : roleName(role))[language]).join(language === 'zh' ? '、' : ', ');
  if (!isRead && fact.veiled !== undefined) return { zh: '到规定的时候才公开', en: 'Veiled until its time comes' };
  if (!isRead) return { zh: `只有这些职责可看：${list('zh')}`, en: `Read by these roles alone: ${list('en')}` };
  if (fact.sealed) return { zh: '加密保存，逐项查看并留痕', en: 'Sealed: read one by one, each reading logged' };
  return fact.seenBy === undefined ? { zh: '看到事项即可看', en: 'Read by whoever sees the matter' } : { zh: '本岗位的职责可看', en: 'Read by a role of this post' };
}
