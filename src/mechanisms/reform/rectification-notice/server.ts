import type { MechanismServer } from '../../serving.ts';
import { noticeOfRectification } from './report.ts';

/** What a notice asks of the server: its paper. */
export const serving: MechanismServer = {
  documents: {
    notice: { name: { zh: '整改通知书', en: 'Notice of rectification' }, parts: noticeOfRectification, fileName: ({ matter, unitName }) => `整改通知书 ${unitName(String(matter.facts['unit']))} ${matter.number ?? ''}` },
  },
};
