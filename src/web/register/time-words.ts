import { useMemo } from 'react';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { bracketed } from '#kernel/words.ts';
import type { Span, Timeline, TimelineRow } from '#contract/register-shapes.ts';
import { useMapWords } from '#web/register/map-words.ts';
import { useSpeech } from '#web/speech.ts';

/** What a line of the timeline shows, as sentences. */
export interface TimeWords {
  readonly event: (event: TimelineRow['events'][number]) => string;
  readonly span: (span: Span) => string;
}

export function useTimeWords(mechanism: AnyMechanism, line: Timeline): TimeWords {
  const m = useMapWords();
  const speech = useSpeech(line.names);
  return useMemo(() => {
    const { record, actions } = mechanism;
    const { language } = speech;
    return {
      event: ({ on, action }) => m('eventOn', { day: on, action: actions[action]?.name[language] ?? action }),
      span: ({ key, isDuty, unit, from, to, dueOn, isLate, pauses }) => {
        const declared = (isDuty ? record.duties : record.clocks)[key]?.name[language] ?? key;
        const name = unit ? bracketed(declared, speech.unitName(unit), language) : declared;
        const end = to ? m('endedOn', { day: to }) : dueOn ? m('dueOnDay', { day: dueOn }) : m('runsStill');
        const rests = pauses.map((pause) => m('pausedFrom', { from: pause.from, to: pause.to ?? m('untilNow'), reason: pause.reason }));
        return [m('clockRan', { name, from, end }), ...(isLate ? [m('late')] : []), ...rests].join(language === 'zh' ? '；' : '; ');
      },
    };
  }, [mechanism, speech, m]);
}
