import { mechanism } from '#kernel/mechanism.ts';
import { decidingActions } from './deciding.ts';
import { agendaItemFigures } from './figures.ts';
import { preparingActions } from './preparing.ts';
import { agendaItemRecord } from './record.ts';

/** 申报、初核、协调、专项小组审、领导签、定会、上会、结果、纪要、交办、督办. */
export const agendaItem = mechanism(agendaItemRecord, { figures: agendaItemFigures, actions: { ...preparingActions, ...decidingActions } });
