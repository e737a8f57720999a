import { addDays } from '#kernel/calendar.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { rankClaimFigures } from './figures.ts';
import { rankClaimRecord } from './record.ts';
import { badClaim, shareOf } from './rules.ts';

const action = actionsOf(rankClaimRecord);

/** Outside ranks, shares and “largest” as evidence: never reckoned from own data alone, and none of them for ever (parks.md §9). */
export const rankClaim = mechanism(rankClaimRecord, {
  figures: rankClaimFigures,
  actions: {
    file: action({
      name: { zh: '登记说法', en: 'File a claim' },
      help: { zh: '写明榜单、发布单位、年度，附发布的文件；参评数和位次一起登记。', en: 'With the list, its issuer and year, and the document; a rank never without how many there were.' },
      from: 'new',
      to: 'filed',
      by: [{ role: 'ZONE' }, { role: 'INDUSTRY' }, { role: 'INVEST' }, { role: 'SCIENCE' }],
      tone: 'primary',
      evidence: 1,
      asks: {
        title: 'must', kind: 'must', about: 'must', park: 'may', industry: 'may', list: 'must', issuer: 'must', issuerLevel: 'must', year: 'must', population: 'may', rank: 'may', part: 'may', whole: 'may', partSource: 'may', wholeSource: 'may',
        atLeast: 'may', printedShare: 'may', comparators: 'may', issuedOn: 'may',
      },
      sets: ['share'],
      check: badClaim,
      effects: (_situation, input) => (input.kind === 'share' ? [{ do: 'set', values: { share: shareOf(input) } }] : []),
    }),
    attest: action({
      name: { zh: '核验', en: 'Attest' },
      help: { zh: '由统计部门或者改革办对照原件核验，一年有效。', en: 'By statistics or the reform office against the original; valid for a year.' },
      from: ['filed'],
      to: 'attested',
      by: [{ role: 'STAT' }, { role: 'OFFICE' }],
      tone: 'primary',
      apartFrom: ['file'],
      sets: ['attestedOn', 'expiresOn'],
      effects: ({ today, setting }) => [{ do: 'set', values: { attestedOn: today, expiresOn: addDays(today, setting('valid')) } }],
    }),
    refute: action({
      name: { zh: '不成立', en: 'Refute' },
      from: ['filed', 'attested'],
      to: 'refuted',
      by: [{ role: 'STAT' }, { role: 'OFFICE' }],
      tone: 'danger',
      reason: 10,
    }),
    expire: action({
      name: { zh: '到期', en: 'Expire' },
      from: ['attested'],
      to: 'expired',
      by: ['system'],
      hidden: true,
      when: ({ matter: { facts }, today }) => (facts.expiresOn !== undefined && today <= facts.expiresOn ? { refusal: 'notExpired', detail: { day: facts.expiresOn } } : undefined),
    }),
  },
});
