import { catalogue } from '#web/language.ts';

/** The words of a place typed or drawn. */
export const usePlaceWords = catalogue({
  draw: { zh: '在图上画', en: 'Draw on the map' },
  close: { zh: '收起地图', en: 'Put the map away' },
  typedHelp: { zh: '一个点写“经度,纬度”；范围每行一个界址点，可以从测绘成果粘贴。CGCS2000，单位为度。', en: 'A point is “longitude,latitude”; an area has a corner on each line and may be pasted from a survey. CGCS2000, in degrees.' },
  map: { zh: '画位置的图', en: 'Map to draw on' },
  mapHelp: { zh: '点一下加一个点，拖动已有的点可以移动。键盘：方向键移动十字（加Shift走大步），回车加点，退格删最后一点，加号减号缩放。', en: 'Click to put a corner, drag one to move it. By keyboard: arrows move the cross (Shift for long steps), Enter puts a corner, Backspace takes the last one away, plus and minus zoom.' },
  at: { zh: '十字在 {east}, {north}', en: 'The cross is at {east}, {north}' },
  put: { zh: '已加第{count}点：{east}, {north}', en: 'Corner {count} put at {east}, {north}' },
  taken: { zh: '已删去一点，还有{count}点', en: 'One corner taken away, {count} left' },
  point: { zh: '点', en: 'Point' },
  area: { zh: '范围', en: 'Area' },
  shape: { zh: '画什么', en: 'What to draw' },
  undo: { zh: '删去最后一点', en: 'Take the last away' },
  clear: { zh: '全部重画', en: 'Begin anew' },
  encloses: { zh: '{count}个界址点，约{area}㎡（{mu}亩）', en: '{count|corner|corners}, some {area} ㎡ ({mu} mu)' },
  tooFew: { zh: '{count}个界址点，至少要三个', en: '{count|corner|corners}; an area needs three' },
  left: { zh: '往西', en: 'West' },
  right: { zh: '往东', en: 'East' },
  up: { zh: '往北', en: 'North' },
  down: { zh: '往南', en: 'South' },
  pick: { zh: '第{count}点', en: 'Corner {count}' },
  around: { zh: '浅色的是这个台账里已有的位置。', en: 'What is pale is known in this register already.' },
});
