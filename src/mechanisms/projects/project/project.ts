import { mechanism } from '#kernel/mechanism.ts';
import { asideActions } from './aside.ts';
import { buildingActions } from './building.ts';
import { projectFigures } from './figures.ts';
import { findingActions } from './finding.ts';
import { projectRecord } from './record.ts';
import { signingActions } from './signing.ts';
import { stockActions } from './stock.ts';

/** The life of a project through three gates, one step at a time. */
export const project = mechanism(projectRecord, {
  figures: projectFigures,
  importing: { create: 'fileLead', amend: 'amend', key: 'nationalCode' },
  actions: { ...findingActions, ...signingActions, ...buildingActions, ...asideActions, ...stockActions },
});
