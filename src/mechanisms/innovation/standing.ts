import type { Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';

/** The certificates by which an enterprise is innovative; each has a term. */
export const certificates = {
  highTech: { zh: '高新技术企业', en: 'High-tech enterprise' },
  techSme: { zh: '科技型中小企业', en: 'Technology-based small or medium enterprise' },
  specialised: { zh: '专精特新企业', en: 'Specialised and sophisticated enterprise' },
} as const;

/** What makes an enterprise an innovative one (创新型企业): a certificate, a platform or a patent, any one of these on the day (innovation.md §2.2). */
export const standings = {
  ...certificates,
  platform: { zh: '市级以上创新平台', en: 'Innovation platform of city level or above' },
  patent: { zh: '当年发明专利授权', en: 'Invention patent granted in the year' },
} as const;

export type Certificate = keyof typeof certificates;
export type Standing = keyof typeof standings;

/** What the registers hold of one enterprise. */
export interface Holdings {
  readonly qualifications: readonly Matter[];
  readonly platforms: readonly Matter[];
  readonly patents: readonly Matter[];
}

/** What an enterprise was by its papers on a day, in the order above. */
export function standingsOn({ qualifications, platforms, patents }: Holdings, day: Day): readonly Standing[] {
  const held = new Set<unknown>(qualifications.filter((each) => heldOn(each, day)).map(({ facts }) => facts['kind']));
  if (platforms.some((each) => heldOn(each, day) && each.facts['level'] !== 'district')) held.add('platform');
  if (patents.some((each) => grantedOn(each, day))) held.add('patent');
  return (Object.keys(standings) as Standing[]).filter((kind) => held.has(kind));
}

/** Whether a recognition held on a day; what was never recognised, or entered by mistake, never did. */
function heldOn({ stage, facts }: Matter, day: Day): boolean {
  const { recognisedOn, validUntil, revokedOn } = facts as { readonly recognisedOn?: Day; readonly validUntil?: Day; readonly revokedOn?: Day };
  if (['voided', 'applied', 'rejected'].includes(stage) || recognisedOn === undefined || recognisedOn > day) return false;
  return (validUntil === undefined || day <= validUntil) && (revokedOn === undefined || day < revokedOn);
}

/** An invention of one's own that was granted in the year, by that day; one bought in is none (innovation.md §16). */
function grantedOn({ stage, facts }: Matter, day: Day): boolean {
  const granted = facts['grantedOn'] as Day | undefined;
  if (granted === undefined || facts['kind'] !== 'invention' || facts['isBoughtIn'] === true || ['invalidated', 'voided'].includes(stage)) return false;
  return granted <= day && granted.slice(0, 4) === day.slice(0, 4);
}
