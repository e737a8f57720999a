import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanceText, fitText, textWidth } from '#web/matter/fit-text.ts';
import { layOutTrack, stagesPerRow } from '#web/matter/stage-track-layout.ts';
import { gateHalf, type Point, type Rectangle, type StageTrack, type TrackLayout } from '#web/matter/stage-track-shapes.ts';

const project: StageTrack = {
  title: '科技项目全周期',
  perRow: 4,
  stages: [
    { key: 'need', name: '需求征集', state: 'done', owner: '各镇街、企业', clock: '时限 30 日' },
    { key: 'form', name: '形式审查', state: 'done', owner: '科技局', clock: '时限 3 日' },
    { key: 'review', name: '专家评审', state: 'current', owner: '评审专家组', clock: '时限 10 日' },
    { key: 'panel', name: '会商审定', state: 'ahead', owner: '联席会议', clock: '时限 5 日' },
    { key: 'build', name: '建设实施', state: 'ahead', owner: '承担单位', clock: '时限 365 日' },
    { key: 'accept', name: '验收', state: 'ahead', owner: '科技局', clock: '时限 20 日' },
    { key: 'run', name: '运行评价', state: 'ahead', owner: '数据局' },
  ],
  gates: [
    { after: 'need', name: '材料齐全', held: 2, needed: 2, missing: [] },
    { after: 'review', name: '评审≥75', held: 1, needed: 3, missing: ['评分表', '签名'] },
    { after: 'panel', name: '公示无异议', held: 0, needed: 2, missing: ['公示', '异议处理'] },
  ],
  returns: [
    { from: 'form', to: 'need', name: '退回补正' },
    { from: 'accept', to: 'build', name: '限期整改' },
    { from: 'run', to: 'review', name: '复评' },
  ],
  exits: [
    { from: 'review', name: '不予立项', taken: false },
    { from: 'build', name: '终止', taken: false },
    { from: 'build', name: '撤销', taken: false },
  ],
};

test('seven stages, four to a row, stand in two rows in their order', () => {
  const { boxes } = layOutTrack(project);
  expect(boxes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(new Set(boxes.slice(0, 4).map(({ y }) => y)).size).toBe(1);
  expect(boxes[4]?.x).toBe(boxes[0]?.x);
  expect(boxes[4]?.y).toBeGreaterThan((boxes[0]?.y ?? 0) + (boxes[0]?.height ?? 0));
});

test('a passed gate is open, the one after the current stage waits, the others lie ahead', () => {
  expect(layOutTrack(project).gates.map(({ state, count }) => `${state} ${count}`)).toEqual([
    'open 2/2',
    'waiting 1/3',
    'ahead 0/2',
  ]);
});

test('two gates after one stage share a diamond and add up', () => {
  const twice = [...project.gates, { after: 'review', name: '回避声明', held: 2, needed: 7, missing: [] }];
  const { gates } = layOutTrack({ ...project, gates: twice });
  expect(gates).toHaveLength(3);
  expect(gates[1]?.count).toBe('3/10');
});

test('stages are spread over the width there is, however few they are', () => {
  for (const count of [2, 3, 4]) {
    const stages = project.stages.slice(0, count);
    const { boxes, width } = layOutTrack({ ...project, stages, gates: [], returns: [], exits: [], width: 1100 });
    expect(width).toBe(1100);
    expect(Math.max(...boxes.map((box) => box.x + box.width))).toBe(1092);
  }
  const tight = layOutTrack({ ...project, width: 300 });
  expect(tight.width).toBe(layOutTrack(project).width);
});

test('a return that names a stage nobody declared is a defect and says so', () => {
  const returns = [{ from: 'run', to: 'nowhere', name: '退回' }];
  expect(() => layOutTrack({ ...project, returns })).toThrow('nowhere');
});

test('a long name is cut to two lines, whole words first, and ends in an ellipsis', () => {
  expect(fitText('Expert review and scoring', 14, 120, 2)).toEqual(['Expert review', 'and scoring']);
  expect(fitText('Registration and formal examination of the application', 14, 120, 2).at(-1)).toMatch(/…$/);
  expect(fitText('重大行政决策合法性审查，风险评估', 14, 140, 3)).toEqual(['重大行政决策合法性审', '查，风险评估']);
});

test('closing punctuation does not begin a line and an opening bracket does not end one', () => {
  expect(fitText('限期整改（不超过两次）', 10, 50, 3)).toEqual(['限期整改', '（不超过两', '次）']);
  for (const line of fitText('一二三四五六七八九十，甲乙丙', 10, 100, 3)) expect(line).not.toMatch(/^，/);
});

test('the common long words of an English stage stay whole on a phone', () => {
  for (const word of ['Implementation', 'Acceptance', 'Registration']) expect(fitText(word, 14 * 1.04, 112, 2)).toEqual([word]);
});

test('a name in two lines is shared out evenly', () => {
  expect(fitText('评审不低于七十五分', 12, 100, 2)).toEqual(['评审不低于七十五', '分']);
  expect(balanceText('评审不低于七十五分', 12, 100, 2)).toEqual(['评审不低于', '七十五分']);
});

test('the way to a stage still ahead is not drawn as gone, even from a skipped one', () => {
  const stages = project.stages.map((stage) => (stage.key === 'panel' ? { ...stage, state: 'skipped' as const } : stage));
  const { connectors } = layOutTrack({ ...project, perRow: 8, stages });
  expect(connectors.map(({ passed }) => passed)).toEqual([true, true, true, false, false, false]);
});

test('a wide page takes four or more to a row, a phone two', () => {
  expect([stagesPerRow(350), stagesPerRow(1100), stagesPerRow(1180)]).toEqual([2, 4, 4]);
});

const names = fc.constantFrom('验收', '重大行政决策合法性审查与风险评估论证', 'Review', 'Registration and formal examination by the office');

/** From four stages to sixteen, anything going anywhere, in both languages. */
const anyTrack: fc.Arbitrary<StageTrack> = fc.integer({ min: 4, max: 16 }).chain((count) => {
  const key = fc.integer({ min: 0, max: count - 1 }).map(String);
  return fc.record({
    title: fc.constant('流程'),
    perRow: fc.integer({ min: 2, max: 8 }),
    width: fc.integer({ min: 300, max: 1_800 }),
    stages: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          key: fc.constant(String(index)),
          name: names,
          state: fc.constantFrom('done' as const, 'current' as const, 'ahead' as const, 'skipped' as const),
          owner: fc.option(names, { nil: undefined }),
          clock: fc.option(fc.constant('时限 10 个工作日'), { nil: undefined }),
        }),
      ),
    ),
    gates: fc.array(fc.record({ after: key, name: names, held: fc.nat(3), needed: fc.constant(3), missing: fc.constant([]) }), { maxLength: 10 }),
    returns: fc.uniqueArray(fc.record({ from: key, to: key, name: names }), { maxLength: 6, selector: ({ from, to }) => `${from}>${to}` }),
    exits: fc.array(fc.record({ from: key, name: names, taken: fc.boolean() }), { maxLength: 8 }),
  });
});

test('whatever is declared, nothing covers anything and all of it is in the picture', () => {
  fc.assert(
    fc.property(anyTrack, (track) => {
      const layout = layOutTrack(track);
      const solids = [...layout.boxes, ...layout.exits, ...layout.gates.map(asRectangle)];
      for (const [index, one] of solids.entries()) {
        for (const other of solids.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      }
      for (const point of allPoints(layout)) {
        expect(point.x).toBeGreaterThanOrEqual(0);
        expect(point.y).toBeGreaterThanOrEqual(0);
        expect(point.x).toBeLessThanOrEqual(layout.width);
        expect(point.y).toBeLessThanOrEqual(layout.height);
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever is declared, no connector runs through a box or a pill and no return along another', () => {
  fc.assert(
    fc.property(anyTrack, (track) => {
      const layout = layOutTrack(track);
      for (const { points } of layout.connectors) {
        for (const [from, to] of pairs(points)) {
          for (const solid of [...layout.boxes, ...layout.exits]) expect(crosses(from, to, solid)).toBe(false);
        }
      }
      const lanes = layout.returns.flatMap(({ points }) => pairs(points).filter(([a, b]) => a.y === b.y));
      for (const [index, [a, b]] of lanes.entries()) {
        for (const [c, d] of lanes.slice(index + 1)) {
          if (a.y !== c.y) continue;
          expect(Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)).toBe(true);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('whatever is declared, the name of a gate, a return or an exit never lies over a box or another name', () => {
  fc.assert(
    fc.property(anyTrack, (track) => {
      const layout = layOutTrack(track);
      const words = [
        ...layout.gates.flatMap(({ label, anchor }) => label.map((line) => lineBox(line, anchor))),
        ...layout.returns.flatMap(({ label }) => label.map((line) => lineBox(line, 'middle'))),
      ];
      for (const [index, one] of words.entries()) {
        for (const box of [...layout.boxes, ...layout.exits]) expect(overlap(one, box)).toBe(false);
        for (const other of words.slice(index + 1)) expect(overlap(one, other)).toBe(false);
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(layout.width);
        expect(one.y).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 150 },
  );
});

function asRectangle({ x, y }: Point): Rectangle {
  return { x: x - gateHalf, y: y - gateHalf, width: gateHalf * 2, height: gateHalf * 2 };
}

function lineBox({ words, x, y }: Point & { readonly words: string }, anchor: 'middle' | 'end'): Rectangle {
  const width = textWidth(words, 12);
  return { x: anchor === 'middle' ? x - width / 2 : x - width, y: y - 11, width, height: 13 };
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
  );
}

/** Whether the inside of the rectangle is entered; touching its edge is how connectors begin and end. */
function crosses(from: Point, to: Point, solid: Rectangle): boolean {
  const line = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  const inside = { x: solid.x + 0.5, y: solid.y + 0.5, width: solid.width - 1, height: solid.height - 1 };
  return (
    line.x < inside.x + inside.width && inside.x < line.x + line.width + 0.01 && line.y < inside.y + inside.height && inside.y < line.y + line.height + 0.01
  );
}

function pairs(points: readonly Point[]): readonly (readonly [Point, Point])[] {
  return points.slice(1).map((point, index) => [points[index] as Point, point]);
}

function allPoints(layout: TrackLayout): readonly Point[] {
  const corners = ({ x, y, width, height }: Rectangle) => [{ x, y }, { x: x + width, y: y + height }];
  return [
    ...layout.boxes.flatMap(corners),
    ...layout.exits.flatMap(corners),
    ...layout.gates.flatMap((gate) => corners(asRectangle(gate))),
    ...[...layout.connectors, ...layout.returns, ...layout.exits].flatMap(({ points }) => points),
  ];
}
