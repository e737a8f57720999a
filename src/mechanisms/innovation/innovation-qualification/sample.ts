import type { Story } from '../../story.ts';
import { techFirms } from '../sample-firms.ts';
import { qualifiedFirms } from '../sample-plan.ts';

const kinds = ['highTech', 'techSme', 'highTech', 'specialised', 'techSme', 'highTech', 'techSme'] as const;
const prefixes = { highTech: 'GR202037', techSme: '2021370215', specialised: '鲁工信专精' } as const;
const issuers = { highTech: '省科学技术厅', techSme: '省科学技术厅', specialised: '省工业和信息化厅' } as const;

type Kind = (typeof kinds)[number];

/** The published list of the year comes in as one file; one paper has run out before the visit it would have counted for. */
export function qualificationStories(): readonly Story[] {
  const ended = techFirms[techFirms.length - 5];
  return [
    ...qualifiedFirms.map(({ key, nth }) => row(key, nth, kinds[nth % kinds.length] ?? 'highTech')),
    ...(ended ? [row(ended.key, ended.nth, 'techSme', '2021-03-31')] : []),
  ];
}

function row(firm: string, nth: number, kind: Kind, until = '2023-12-01'): Story {
  const validUntil = kind === 'techSme' && until > '2022' ? '2021-12-31' : until;
  return {
    key: `qualification-${nth + 1}`, mechanism: 'innovationQualification', file: '2021年创新型企业名单.xlsx',
    steps: [{
      at: '2021-02-22T02:00:00.000Z', by: 'science-1', action: 'register',
      input: (known) => ({ enterprise: known.idOf(firm), kind, certificateNo: `${prefixes[kind]}${String(nth + 1).padStart(5, '0')}`, issuer: issuers[kind], recognisedOn: '2020-12-01', validUntil }),
    }],
  };
}
