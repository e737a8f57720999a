import { datums, fact } from '#kernel/fact.ts';

/** In which datum a place was given: registers keep it in CGCS2000, and what came from an internet map says so. */
export const datum = fact.choice({ zh: '原始坐标系', en: 'Datum as given' }, datums, {
  synonyms: ['坐标系', 'crs'],
  help: { zh: '互联网地图上量取的选GCJ-02，登记时换算成CGCS2000并注明。', en: 'What was measured on internet maps is GCJ-02: it is converted to CGCS2000 and marked.' },
});
