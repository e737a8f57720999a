import { afterAll, beforeAll, expect, test } from 'vitest';
import { adopt, askUnits, follow, giveOpinion, open, openAs, proof, register, suggest } from './moves.ts';
import { begin, field, finish, look, openPier, option, pick, type Pier } from './pier.ts';

let pier: Pier;
beforeAll(async () => {
  pier = await openPier();
});
afterAll(() => pier.close());

const first = '实验学校周边夜间增设停车位';
const second = '实验学校周边夜间增设停车泊位';
const grounds = '实验学校周边小区建成较早，夜间停车位不够，车辆停到消防通道上，救护车和消防车进不来，居民多次反映没有解决。';
const measure = '学校操场下面的停车场夜间对居民开放，路侧划出夜间限时泊位，由公安和住建部门一起办理，收费用于维护。';

test('the office registers, merges what is alike, asks units, assigns a lead and co-units, and accepts nothing without evidence', async () => {
  const one = await suggest(pier, { title: first, grounds, measure });
  const two = await suggest(pier, { title: second, grounds: `${grounds}希望今年能办。`, measure });

  const office = await pier.enter('office-1');
  await look(office, 'office-1-desk');
  await open(office, 'suggestion', first);
  await register(office);
  await open(office, 'suggestion', second);
  await register(office);

  // Likely duplicates, with what they share.
  const alike = office.getByRole('region', { name: /^疑似重复/ });
  const twin = alike.getByRole('listitem').filter({ hasText: first });
  await twin.getByText(/相似 \d+%，相同之处：.*主要事由（.+）/).waitFor();
  await look(office, 'office-2-similar');
  await twin.getByRole('button', { name: '并入这一条' }).click();
  await office.getByRole('dialog', { name: '并案' }).getByText(first).waitFor();
  await look(office, 'office-3-merge');
  await finish(office, '并案');
  await office.getByText('已并案', { exact: true }).first().waitFor();

  // Every author is told, and a merger can be undone for thirty days.
  const reader = await follow(pier, two);
  await reader.getByText('内容相同，合并办理').waitFor();
  await reader.close();
  const other = await follow(pier, one);
  await other.getByText('另有群众提出同样的建议').waitFor();
  await other.close();
  const undo = await begin(office, '撤销并案');
  await field(undo, '理由').fill('不同');
  await undo.getByRole('button', { name: '撤销并案' }).click();
  await undo.getByRole('alert').getByText('至少填写 10 个字').first().waitFor();
  await field(undo, '理由').fill('经再次核对，两件说的不是同一个停车场。');
  await finish(office, '撤销并案');
  await office.getByText('已登记', { exact: true }).first().waitFor();
  const undone = await follow(pier, two);
  await undone.getByText('恢复单独办理').waitFor();
  await undone.close();
  await office.getByRole('button', { name: '并入这一条' }).first().click();
  await finish(office, '并案');

  // Units are asked; that nothing tells who the author is must be confirmed.
  await open(office, 'suggestion', first);
  const asking = await begin(office, '征求初评意见');
  await pick(office, '征求意见单位', '公安局即墨分局');
  await option(asking, '已核对，不含可以认出建议人的信息', '否').check();
  await asking.getByRole('button', { name: '征求初评意见' }).click();
  await asking.getByRole('alert').getByText('请先核对').first().waitFor();
  await look(office, 'office-4-refused');
  await asking.getByRole('button', { name: '取消' }).click();
  await askUnits(office, '公安局即墨分局', '区住房和城乡建设局');

  // Nothing is decided over the head of a unit that still has time; the button says why.
  const head = await openAs(pier, 'office-head', 'suggestion', first);
  await head.getByText('作出结论：还有单位的初评意见未到').waitFor();
  expect(await head.getByRole('button', { name: '作出结论' }).getAttribute('aria-disabled')).toBe('true');
  const police = await pier.enter('police-liaison');
  await police.getByRole('link', { name: new RegExp(first) }).first().click();
  await giveOpinion(police, '公安部门可以施划限时泊位，晚八时至早七时允许停放。');
  const housing = await openAs(pier, 'housing-liaison', 'suggestion', first);
  await giveOpinion(housing, '操场下停车场具备夜间开放条件，需加装道闸。');
  await head.reload();
  await adopt(head);

  // One lead unit and two co-units, each with a duty and a clock of its own.
  await office.reload();
  const assigning = await begin(office, '交办');
  await pick(office, '承办单位', '公安局即墨分局');
  await pick(office, '协办单位', '公安局即墨分局', '区住房和城乡建设局', '区综合行政执法局');
  await field(assigning, '完成时限').fill('2022年3月底前');
  await assigning.getByText('即：2022-03-31').waitFor();
  await assigning.getByRole('button', { name: '交办', exact: true }).click();
  await assigning.getByRole('alert').getByText('承办单位不能同时列为协办单位').first().waitFor();
  await look(office, 'office-5-assign');
  await assigning.locator('.ant-select-selection-item').filter({ hasText: '公安分局' }).last().locator('.ant-select-selection-item-remove').click();
  await finish(office, '交办');
  const duties = office.getByRole('region', { name: '各单位待办' });
  for (const unit of ['公安局即墨分局', '区住房和城乡建设局', '区综合行政执法局']) {
    await duties.getByRole('listitem').filter({ hasText: unit }).filter({ hasText: '2022-03-31 到期' }).waitFor();
  }
  await look(office, 'office-6-assigned');

  await police.reload();
  const planning = await begin(police, '报送落实方案');
  await field(planning, '落实方案').fill('一月完成泊位施划，二月与学校签订开放协议，三月投入使用。');
  await field(planning, '完成时限').fill('2022-04-10');
  await planning.getByRole('button', { name: '报送落实方案' }).click();
  await planning.getByRole('alert').getByText('不能晚于交办要求的 2022-03-31').first().waitFor();
  await field(planning, '完成时限').fill('2022-03-20');
  await finish(police, '报送落实方案');

  // A co-unit's part ends without the others'.
  await housing.goto('/work');
  await housing.getByRole('link', { name: new RegExp(first) }).first().click();
  const reporting = await begin(housing, '填报进展');
  await field(reporting, '进展情况').fill('道闸已经安装，系统联调完成。');
  await option(reporting, '本单位协办部分已完成', '是').check();
  await finish(housing, '填报进展');
  await housing.getByRole('region', { name: '各单位待办' }).getByRole('listitem').filter({ hasText: '住房和城乡建设局' }).filter({ hasText: '协办建议' }).filter({ hasText: '2021-12-28 办结' }).waitFor();

  // No proof, no claim; and the refusal says so in words.
  const chief = await openAs(pier, 'police-head', 'suggestion', first);
  const claiming = await begin(chief, '申请办结');
  await field(claiming, '落地成效').fill('夜间停车位一百二十个投入使用，消防通道腾空。');
  await claiming.getByRole('button', { name: '申请办结' }).click();
  await claiming.getByRole('alert').getByText('至少需要 1 份佐证材料').first().waitFor();
  await look(chief, 'office-7-no-evidence');
  await field(claiming, '佐证材料').setInputFiles(proof);
  await claiming.getByRole('button', { name: `移除 ${proof.name}` }).waitFor();
  await finish(chief, '申请办结');
  await look(chief, 'office-8-claimed');

  await Promise.all([office, head, police, housing, chief].map((page) => page.close()));
  expect(pier.troubles()).toEqual([]);
});
