import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { OpenDataContext } from '../../open-data-context.ts';
import type { ProjectRecord } from './record.ts';
import { placeOf, type Project } from './rules.ts';

type ProjectMatter = Matter<FactsOf<ProjectRecord>>;
type Part = Readonly<Record<string, unknown>>;

/** Projects as a package of the Open Contracting for Infrastructure Data Standard 0.9 (OC4IDS). What is not known is left out, never made up. */
export function projectPackage(matters: readonly Matter[], context: OpenDataContext): Part {
  const { now, district, districtName } = context;
  return {
    version: '0.9',
    uri: `urn:zhanqiao:${district}:projects:${now.slice(0, 10)}`,
    publishedDate: now,
    publisher: { name: districtName, scheme: 'CN-GB2260', uid: district },
    projects: (matters as readonly ProjectMatter[]).filter(({ stage }) => stage !== 'merged').map((matter) => projectOf(matter, context)),
  };
}

function projectOf({ id, number, stage, facts, changedAt }: ProjectMatter, context: OpenDataContext): Part {
  const { district, unitName } = context;
  return known({
    id: `oc4ids-zhanqiao-${district}-${number ?? id}`,
    identifiers: [...(number === undefined ? [] : [{ id: number, scheme: 'internal' }]), ...(facts.nationalCode === undefined ? [] : [{ id: facts.nationalCode, scheme: 'CN-NDRC' }])],
    updated: changedAt,
    title: facts.name,
    description: facts.summary,
    status: statusOf(stage, facts),
    period: span(facts.signedOn ?? facts.leadOn, facts.closedOn),
    identificationPeriod: span(facts.leadOn, facts.decidedOn),
    preparationPeriod: span(facts.decidedOn, facts.startedOn),
    implementationPeriod: span(facts.startedOn, facts.completedOn),
    completionPeriod: span(facts.completedOn, facts.producingOn),
    maintenancePeriod: span(facts.producingOn, undefined),
    sector: [sectorOf(facts.industry)],
    additionalClassifications: facts.industry === undefined ? undefined : [{ scheme: 'GB/T 4754-2017', id: facts.industry }],
    type: facts.nature === undefined ? undefined : types[facts.nature],
    locations: locationOf(facts, context),
    budget: facts.totalInvestment === undefined ? undefined : known({ description: '总投资', amount: yuan(facts.totalInvestment), approvalDate: instant(facts.decidedOn) }),
    parties: partiesOf(facts, context),
    publicAuthority: facts.town === undefined ? undefined : { name: unitName(facts.town), id: `CN-DISTRICT-${district}-${facts.town}` },
    documents: (facts.agreement ?? []).map(({ hash, name, type }) => ({ id: hash.slice(0, 16), documentType: 'contractSigned', title: name, format: type, language: 'zh' })),
    milestones: milestonesOf(facts),
    completion: facts.completedOn === undefined ? undefined : known({ endDate: instant(facts.completedOn), finalValue: facts.done === undefined ? undefined : yuan(facts.done) }),
  });
}

/** Project status of OC4IDS by stage (projects.md §1.1). A project aside has that of the stage it left. */
export function statusOf(stage: string, { heldFrom, stockStage }: Project): string {
  if (['terminated', 'exited', 'relocated', 'merged'].includes(stage)) return 'cancelled';
  const place = placeOf(placeOf(stage) >= 0 ? stage : (heldFrom ?? stockStage ?? 'lead'));
  if (place <= placeOf('decided')) return 'identification';
  if (place <= placeOf('permitted')) return 'preparation';
  if (place <= placeOf('building')) return 'implementation';
  return place === placeOf('completed') ? 'completion' : 'maintenance';
}

const types = { new: 'construction', expansion: 'expansion', rebuilding: 'rehabilitation', upgrade: 'rehabilitation', relocation: 'replacement' } as const;

/** Sections of GB/T 4754 that the standard has a sector for; all others are economy. */
const sectors: Readonly<Record<string, string>> = { D: 'energy', G: 'transport', I: 'communications', K: 'socialHousing', N: 'waterAndWaste', P: 'education', Q: 'health', R: 'cultureSportsAndRecreation', S: 'governance' };

function sectorOf(industry: string | undefined): string {
  return sectors[industry?.[0] ?? ''] ?? 'economy';
}

function locationOf({ place, site, town }: Project, { unitName, districtName }: OpenDataContext): readonly Part[] | undefined {
  if (place === undefined && site === undefined) return undefined;
  return [known({ id: '1', description: site, geometry: place, address: known({ streetAddress: site, locality: town === undefined ? undefined : unitName(town), region: districtName, countryName: '中国' }) })];
}

/** The investor pays and owns; the town or area answers in public. */
function partiesOf({ investor, company, town }: Project, { findMatter, unitName, district }: OpenDataContext): readonly Part[] {
  const enterprise = (id: string | undefined, roles: readonly string[]) => {
    const held = id === undefined ? undefined : findMatter(id);
    const code = held?.facts['creditCode'];
    if (!held || typeof code !== 'string') return [];
    const name = String(held.facts['name'] ?? '');
    return [{ id: `CN-USCC-${code}`, name, identifier: { scheme: 'CN-USCC', id: code, legalName: name }, roles }];
  };
  const investors = enterprise(investor, ['funder']);
  return [
    ...(town === undefined ? [] : [{ id: `CN-DISTRICT-${district}-${town}`, name: unitName(town), roles: ['publicAuthority'] }]),
    ...(company !== undefined && company === investor ? investors.map((party) => ({ ...party, roles: ['funder', 'payer'] })) : [...investors, ...enterprise(company, ['payer'])]),
  ];
}

/** The milestones of the agreement: whether they are met is told by supervision, not here. */
function milestonesOf({ promises = [] }: Project): readonly Part[] | undefined {
  const nodes = promises.filter(({ kind }) => kind === 'node');
  return nodes.length === 0 ? undefined : nodes.map(({ code, name, dueOn }, index) => known({ id: code ?? String(index + 1), title: name, type: 'delivery', status: 'scheduled', dueDate: instant(dueOn) }));
}

function span(from: string | undefined, to: string | undefined): Part | undefined {
  return from === undefined && to === undefined ? undefined : known({ startDate: instant(from), endDate: instant(to) });
}

function instant(day: string | undefined): string | undefined {
  return day === undefined ? undefined : `${day}T00:00:00+08:00`;
}

function yuan(fen: number): Part {
  return { amount: fen / 100, currency: 'CNY' };
}

function known(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
}
