import type { Step, Story } from '../../story.ts';
import { filed, step, workday } from '../sessions-days.ts';
import { issueDayOf, plannedDocuments, plannedMeetings, type PlannedDocument } from '../sessions-plan.ts';

/** Every document of the plan: drafted, decided by its item, issued, published, and recognised where it is new. */
export function reformDocumentStories(): Story[] {
  return plannedDocuments.map((planned) => ({ key: `doc-${planned.key}`, mechanism: 'reformDocument', steps: stepsOf(planned) }));
}

function stepsOf(planned: PlannedDocument): Step[] {
  const { key, title, kind, issuer, unit, co, openness, isForwarding, isNew, docNo } = planned;
  const meetingOn = plannedMeetings.find(({ items }) => items.some(({ document }) => document === key))?.on;
  const issuedOn = key === 'data' ? undefined : issueDayOf(key);
  const draftedOn = workday(meetingOn ?? planned.issuedOn ?? '', -16);
  return [
    step(draftedOn, '01:00', unit === 'reform-office' ? 'office-2' : `${unit}-liaison`, 'draft', { title, kind, issuer, leadUnit: unit, coUnits: [co], isReform: true, isForwarding, openness, innovationBasis: isNew }),
    ...(issuedOn === undefined ? [] : [
      step(issuedOn, '02:00', 'office-1', 'issue', (known) => ({ docNo, issuedOn, effectiveOn: issuedOn, paper: filed(known, '正式文件') })),
      ...(openness === 'public' && workday(issuedOn, 8) < '2021-12-20' ? [step(workday(issuedOn, 8), '03:00', 'office-2', 'disclose', { openedOn: workday(issuedOn, 8), openedAt: '区政府网站政务公开栏目' })] : []),
      ...(isNew === undefined ? [] : [
        step(workday(issuedOn, 1), '06:00', 'legal', 'giveLegalOpinion', { legalOpinion: 'lawful', legalText: '权限和程序合法，内容与上位法一致。' }),
        step(workday(issuedOn, 2), '06:00', 'office-head', 'recognise'),
      ]),
    ]),
  ];
}
