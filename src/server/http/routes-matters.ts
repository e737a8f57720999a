import { mayReadOf } from '#kernel/actor.ts';
import { dayOf } from '#kernel/calendar.ts';
import { holds } from '#kernel/condition.ts';
import { wrongFields } from '#kernel/input.ts';
import type { Matter } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { refuse } from '#kernel/refusal.ts';
import { officialDocument } from '#reports/official-document.ts';
import { eventsOf } from '#store/events.ts';
import { eachMatter } from '#store/lists.ts';
import { findMatters } from '#store/matters.ts';
import { logReading } from '#store/reading-log.ts';
import { openFact } from '#store/vault.ts';
import { act, mattersWhere, type Acted, type Command } from '../act.ts';
import { beginWork, findWork } from '../long-work.ts';
import { boardOf, calendarOf } from '../cockpit.ts';
import { askForBulk } from '../jobs.ts';
import type { Platform } from '../platform.ts';
import { exportRegister, templateOf, type Handed } from '../exports.ts';
import { openDataOf } from '../open-data.ts';
import { listRegister } from '../listing.ts';
import { boundsOf } from '../bounds.ts';
import { figuresFor } from '../printing.ts';
import { presentPage, presentTrace, openDataKey } from '../present.ts';
import { speechOf } from '../spoken.ts';
import { isVisible, sightsOf, viewedOf } from '../world.ts';
import type { Handlers, Raw } from './call.ts';
import { asId, getVisibleMatter } from './ids.ts';
import { languageOf } from './problem.ts';
import { refuseRequest } from './refusals.ts';
import { sameAgain } from './same-again.ts';
import { sendFile } from './uploads.ts';

/** Candidates looked at for duplicates; the newest go first. */
const mostCompared = 2_000;

/** Does an action, and goes on in the background with what it begins. */
async function actAndGoOn(platform: Platform, command: Command): Promise<Acted> {
  const acted = await act(platform, command);
  await askForBulk(platform, command.mechanism, command.action, acted.id);
  return acted;
}

/** Registers and matters. */
export const matterRoutes = {
  'GET /api/matters/:mechanism': ({ platform, actor, params, query, reading }) => {
    refuseUnknownStages(platform.getMechanism(params.mechanism), query.stage);
    return reading((tx) => listRegister(platform, tx, actor, params.mechanism, query));
  },

  'POST /api/matters/:mechanism/actions/:action': ({ platform, actor, params, body, request }) =>
    actAndGoOn(platform, { actor, mechanism: params.mechanism, action: params.action, input: body.input, idempotency: sameAgain(request, actor.postId) }),

  'POST /api/matters/:mechanism/:id/actions/:action': async ({ platform, limits, actor, params, body, request }) => {
    const asked = { actor, mechanism: params.mechanism, id: asId(params.id), action: params.action, input: body.input, ...(body.version === undefined ? {} : { version: body.version }) };
    const work = await findWork(platform, params.mechanism, params.action);
    if (work) {
      // Each has a thread of its own.
      limits.take('heavy', actor.personId, platform.now());
      return beginWork(platform, work, asked);
    }
    const same = sameAgain(request, actor.postId);
    return actAndGoOn(platform, { ...asked, ...(same === undefined ? {} : { idempotency: same }) });
  },

  'GET /api/matters/:mechanism/export': async ({ platform, limits, actor, params, query, request, writing }) => {
    limits.take('heavy', actor.personId, platform.now());
    refuseUnknownStages(platform.getMechanism(params.mechanism), query.stage);
    return handed(await writing((tx) => exportRegister(platform, tx, actor, params.mechanism, query, languageOf(request))));
  },

  'GET /api/matters/:mechanism/template': async ({ platform, params, request }) => handed(await templateOf(platform, params.mechanism, languageOf(request))),

  'GET /api/matters/:mechanism/board': ({ platform, actor, params, query, reading }) => {
    refuseUnknownStages(platform.getMechanism(params.mechanism), query.stage);
    return reading((tx) => boardOf(platform, tx, actor, params.mechanism, query));
  },

  'GET /api/matters/:mechanism/calendar': ({ platform, actor, params, query, reading }) => {
    refuseUnknownStages(platform.getMechanism(params.mechanism), query.stage);
    return reading((tx) => calendarOf(platform, tx, actor, params.mechanism, query));
  },

  'GET /api/matters/:mechanism/:id': ({ platform, actor, params, reading }) =>
    reading(async (tx) => presentPage(platform, tx, await getVisibleMatter(platform, tx, params.mechanism, params.id, actor), actor)),

  'GET /api/matters/:mechanism/:id/trace': ({ platform, actor, params, reading }) =>
    reading(async (tx) => presentTrace(platform, tx, await getVisibleMatter(platform, tx, params.mechanism, params.id, actor), actor)),

  'GET /api/matters/:mechanism/:id/files/:hash': async ({ platform, actor, params, reading }) => {
    const file = await reading(async (tx) => {
      const matter = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
      const { record } = platform.getMechanism(matter.mechanism);
      const { facts } = record;
      const viewed = viewedOf(record, matter, dayOf(platform.now()));
      const events = await eventsOf(tx, platform.district, matter.id);
      const readable = events.flatMap((event) => [
        event.evidence,
        ...Object.entries(event.set).flatMap(([name, value]) => (facts[name] && !facts[name].sealed && mayReadOf(facts[name], actor, viewed) ? [value] : [])),
      ]);
      return findHeldFile(readable, params.hash);
    });
    if (!file) throw refuse('absent');
    return sendFile(platform, file);
  },

  'GET /api/matters/:mechanism/:id/sealed/:fact': ({ platform, actor, params, writing }) =>
    writing(async (tx) => {
      const matter = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
      const { record } = platform.getMechanism(matter.mechanism);
      const { facts } = record;
      const fact = Object.hasOwn(facts, params.fact) ? facts[params.fact] : undefined;
      if (!fact?.sealed || !mayReadOf(fact, actor, viewedOf(record, matter, dayOf(platform.now()))) || matter.facts[params.fact] === undefined) throw refuse('absent');
      const kept = await openFact(tx, platform.district, matter.id, params.fact, platform.secrets.vault);
      // Erased in time (个人信息保护法 47): that it was there is all that is left.
      if (kept === undefined) return { value: null };
      await logReading(tx, platform.district, { person: actor.personId, post: actor.postId, what: 'sealed', mechanism: matter.mechanism, matter: matter.id, detail: params.fact, at: platform.now() });
      return { value: JSON.parse(kept) as unknown };
    }),

  'GET /api/matters/:mechanism/:id/similar': async ({ platform, actor, params, reading }) => {
    const similar = (await platform.serving(params.mechanism))?.similar;
    return reading(async (tx) => {
      const mechanism = platform.getMechanism(params.mechanism);
      const matter = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
      // A register that compares nothing knows of nothing alike: every page asks.
      if (!similar) return [];
      const others = [];
      const question = { district: platform.district, mechanism, where: similar.among(matter), sights: sightsOf(mechanism.record, actor), bounds: boundsOf(platform), order: '-filedAt', page: 1, size: mostCompared, isSample: platform.isDemonstration };
      for await (const other of eachMatter(tx, question)) {
        if (other.id !== matter.id) others.push(other);
        if (others.length >= mostCompared) break;
      }
      const byId = new Map(others.map((other) => [other.id, other]));
      return similar.find(matter, others).flatMap((likeness) => {
        const other = byId.get(likeness.id);
        if (!other) return [];
        const matches = likeness.matches.map((match) => ({ ...match, shared: [...match.shared] }));
        return [{ ...likeness, matches, number: other.number ?? null, title: String(other.facts[mechanism.record.title] ?? ''), stage: other.stage, filedAt: other.filedAt }];
      });
    });
  },

  'GET /api/matters/:mechanism/:id/documents/:document': async ({ platform, actor, params, reading }) => {
    if (params.document === openDataKey) return handed(await reading(async (tx) => openDataOf(platform, tx, actor, params.mechanism, [await getVisibleMatter(platform, tx, params.mechanism, params.id, actor)])));
    const documents = (await platform.serving(params.mechanism))?.documents ?? {};
    const document = Object.hasOwn(documents, params.document) ? documents[params.document] : undefined;
    if (!document) throw refuseRequest('notOffered');
    const today = dayOf(platform.now());
    const { matter, others, figures, found } = await reading(async (tx) => {
      const drawn = await getVisibleMatter(platform, tx, params.mechanism, params.id, actor);
      const seen = (other: Matter) => isVisible(platform.getMechanism(other.mechanism).record, other, actor);
      const linked = (await findMatters(tx, platform.district, [...new Set([...drawn.links.map((link) => link.id), ...namedIn(platform, drawn)])])).filter(seen);
      const asked = await Promise.all(Object.entries(document.asks?.(drawn) ?? {}).map(async ([name, question]) => [name, (await mattersWhere(platform, tx, question)).filter(seen)] as const));
      return { matter: drawn, others: new Map([...linked, ...asked.flatMap(([, each]) => each)].map((other) => [other.id, other])), figures: await figuresFor(platform, tx, document.figures ?? [], drawn), found: Object.fromEntries(asked) };
    });
    if (document.when && !holds(document.when, matter, today)) throw refuseRequest('notOffered');
    const speech = speechOf(await platform.directory(), 'zh');
    const context = { matter, today, districtName: platform.districtName, unitName: speech.unitName, personName: speech.personName, findMatter: (id: string) => others.get(id), figure: (key: string) => figures.get(key), found };
    return {
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: await officialDocument(document.parts(context), document.internal === undefined ? {} : { internal: document.internal }),
      download: `${document.fileName(context)}.docx`,
    };
  },
} satisfies Partial<Handlers>;

/** The matters that the facts of a matter name. */
function namedIn(platform: Platform, { mechanism, facts }: Matter): readonly string[] {
  return Object.entries(platform.getMechanism(mechanism).record.facts).flatMap(([name, { kind }]) => (kind === 'matter' || kind === 'matters' ? [facts[name] ?? []].flat().map(String) : []));
}

/** Something made elsewhere, as an answer. */
export function handed({ stream, fileName, type }: Handed): Raw {
  return { type, bytes: stream, download: fileName };
}

/** A stage that is none of the mechanism’s would otherwise filter nothing, and the list say more than was asked. */
export function refuseUnknownStages({ record }: AnyMechanism, asked: string | readonly string[] | undefined): void {
  const unknown = [asked ?? []].flat().find((stage) => !Object.hasOwn(record.stages, stage));
  if (unknown !== undefined) throw wrongFields({ stage: { zh: `没有“${unknown}”这个阶段`, en: `There is no stage “${unknown}”` } });
}

interface HeldFile {
  readonly hash: string;
  readonly name: string;
  readonly type: string;
}

/** The file of that hash anywhere within the values: in evidence, in rows. */
function findHeldFile(value: unknown, hash: string): HeldFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('hash' in value && value.hash === hash && 'name' in value && 'type' in value) return { hash, name: String(value.name), type: String(value.type) };
  for (const each of Object.values(value)) {
    const found = findHeldFile(each, hash);
    if (found) return found;
  }
  return undefined;
}
