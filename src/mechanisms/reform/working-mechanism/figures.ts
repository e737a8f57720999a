import { figure } from '#kernel/figure.ts';
import type { Text } from '#kernel/words.ts';

const inForce = (area: 'reform' | 'projects', answers: string, name: Text, definition: Text) =>
  figure({
    key: `workingMechanism.${area}`, name, unit: { zh: '项', en: 'mechanisms' }, definition, mechanism: 'workingMechanism',
    where: { all: [{ stage: ['inForce'] }, { fact: 'area', in: [area] }, { fact: 'inForceOn', during: 'untilNow' }] }, measure: { count: 'matters' }, answers,
  });

/** How many ways of working are in force (reform.md §2 F1; projects.md §15, 3.11). */
export const workingMechanismFigures = [
  inForce('reform', '1.1', { zh: '改革工作推进机制', en: 'Working mechanisms of reform' }, { zh: '统计截止日施行中的改革推进机制，已停止的不计。', en: 'Mechanisms for driving reform in force on the as-of day; ended ones do not count.' }),
  inForce('projects', '3.11', { zh: '项目和产业创新机制', en: 'Mechanisms for projects and industries' }, { zh: '统计截止日施行中的项目和产业机制，已停止的不计。', en: 'Mechanisms for projects and industries in force on the as-of day; ended ones do not count.' }),
];
