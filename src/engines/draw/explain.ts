import type { Draw, InputFault, NoDraw, PanelRule, PassedOver, PassedOverFor, Text } from './problem.ts';
import type { Disagreement } from './verify.ts';

/** Why there is no draw, and what to do. */
export function explainNoDraw(answer: NoDraw): Text {
  if (answer.no === 'pool') {
    return {
      zh: `候选人数不足，不能抽取：${answer.shortages.map(({ specialty, has, needs }) => `${specialty}需${needs}人、现有${has}人，缺${needs - has}人`).join('；')}。请补充专家或指定可借用的相近专业后再抽。`,
      en: `Too few candidates to draw: ${answer.shortages.map(({ specialty, has, needs }) => `${specialty} needs ${needs} and has ${has}, ${needs - has} short`).join('; ')}. Admit more experts or name neighbouring specialties to borrow from, then draw again.`,
    };
  }
  if (answer.no === 'panel') {
    return answer.alone.length === 0
      ? { zh: '现有候选人无论怎样组合都不能同时满足各项组成规则，且去掉其中任何一条仍不能满足。请补充专家后再抽。', en: 'No panel of these candidates keeps all the rules, and leaving out any single rule would not help. Admit more experts, then draw again.' }
      : {
          zh: `现有候选人无论怎样组合都不能同时满足各项组成规则；受阻于：${answer.alone.map((rule) => panelRules[rule].zh).join('、')}。请补充合适的专家后再抽。`,
          en: `No panel of these candidates keeps all the rules; in the way stands: ${answer.alone.map((rule) => panelRules[rule].en).join('; ')}. Admit suitable experts, then draw again.`,
        };
  }
  if (answer.no === 'substitute') return { zh: `${answer.specialty}已没有符合规则的递补专家，请说明原因后重新抽取。`, en: `No substitute of ${answer.specialty} is left with whom the rules hold; draw again, stating the reason.` };
  const { zh, en } = inputFaults[answer.fault];
  return { zh: zh.replace('{at}', () => answer.at), en: en.replace('{at}', () => answer.at) };
}

/** Why an expert with an earlier rank does not sit. */
export function explainPassedOver({ expertNo, specialty, for: why }: PassedOver): Text {
  return { zh: `${specialty}：${expertNo}号${passedOver[why].zh}，顺延。`, en: `${specialty}: expert ${expertNo} ${passedOver[why].en} and was passed over.` };
}

/** Everything about a draw that a reader may ask for, one sentence each. */
export function explainDraw(draw: Draw): readonly Text[] {
  return [
    { zh: `第${draw.drawNo}次抽取，种子 ${draw.seed}。`, en: `Draw number ${draw.drawNo}, seed ${draw.seed}.` },
    ...draw.panel.map(({ specialty, expertNo }) => ({ zh: `${specialty}：抽中${expertNo}号。`, en: `${specialty}: expert ${expertNo} was drawn.` })),
    ...draw.passedOver.map(explainPassedOver),
    ...draw.recused.map(({ expertNo, grounds }) => ({ zh: `${expertNo}号回避（${grounds.join('、')}），未参加抽取。`, en: `Expert ${expertNo} is recused (${grounds.join(', ')}) and took no part.` })),
    ...draw.capped.map(({ expertNo, for: which }) => (which === 'month'
      ? { zh: `${expertNo}号本月评审次数已满，未参加抽取。`, en: `Expert ${expertNo} has sat on as many panels this month as allowed and took no part.` }
      : { zh: `${expertNo}号本年评审次数已满，未参加抽取。`, en: `Expert ${expertNo} has sat on as many panels this year as allowed and took no part.` })),
  ];
}

/** What does not come out as published. */
export function explainDisagreement({ at, which, published, recomputed }: Disagreement): Text {
  const { zh, en } = disagreements[at];
  const place = (words: string) => words.replace(/\{(\w+)\}/g, (_all, name: string) => ({ which, published, recomputed })[name] ?? '');
  return { zh: place(zh), en: place(en) };
}

const panelRules: Readonly<Record<PanelRule, Text>> = {
  employer: { zh: '同一工作单位至多一人', en: 'no two from one employer' },
  outside: { zh: '区外专家所占比例', en: 'the share from outside the district' },
  lastPanel: { zh: '上次评审同一申请人的专家所占上限', en: 'the limit on members of the applicant’s last panel' },
};

const passedOver: Readonly<Record<PassedOverFor, Text>> = {
  seated: { zh: '已在其他专业抽中', en: 'already sits for another specialty' },
  employer: { zh: '与已抽中的专家同一工作单位', en: 'has the employer of somebody drawn before' },
  lastPanel: { zh: '参加过该申请人的上次评审，此类专家名额已满', en: 'sat on the applicant’s last panel, whose share is used up' },
  outside: { zh: '为区内专家，余下席位须留给区外专家', en: 'is from the district, and the seats left must go to experts from outside' },
  rest: { zh: '若入席，余下席位无法按规则补齐', en: 'would have left the other seats impossible to fill by the rules' },
};

const inputFaults: Readonly<Record<InputFault, Text>> = {
  text: { zh: '“{at}”含有制表、换行等控制字符或无法辨认的字，请改正。', en: '“{at}” holds a control character or half a character; please correct it.' },
  empty: { zh: '项目编号、专业、专家编号、回避情形都不能为空。', en: 'Project number, specialties, expert numbers and grounds must not be empty.' },
  twice: { zh: '“{at}”出现了两次，请核对名单。', en: '“{at}” occurs twice; please check the list.' },
  count: { zh: '“{at}”的数值须为不小于零的整数，席位至少为一。', en: 'The numbers of “{at}” must be whole and not negative, and seats at least one.' },
  drawNo: { zh: '抽取次序须从1起编号，现为“{at}”。', en: 'Draws are numbered from 1; this one says “{at}”.' },
  redrawReason: { zh: '第{at}次抽取属重新抽取，请写明理由。', en: 'Draw {at} is a redraw; please state the reason.' },
  shortSecret: { zh: '密钥过短，至少{at}个字符，以免被人猜中。', en: 'A secret is too short; at least {at} characters, so that nobody guesses it.' },
  sameSecret: { zh: '两方密钥相同，请各自另拟。', en: 'Both secrets are the same; each party must choose its own.' },
};

const disagreements: Readonly<Record<Disagreement['at'], Text>> = {
  poolHash: { zh: '名单与公布的摘要不符：公布为{published}，重算为{recomputed}。', en: 'The list does not have the published hash: {published} was published, {recomputed} comes out.' },
  commitment: { zh: '第{which}方揭示的密钥与其事先的承诺不符：承诺为{published}，重算为{recomputed}。', en: 'The secret revealed by party {which} is not the one it committed to: {published} was published, {recomputed} comes out.' },
  seed: { zh: '种子不符：公布为{published}，重算为{recomputed}。', en: 'The seed differs: {published} was published, {recomputed} comes out.' },
  format: { zh: '名单第{which}行格式不对：“{published}”。', en: 'Line {which} of the list is not in the stated format: “{published}”.' },
  order: { zh: '名单第{which}行没有按编号排序：“{published}”。', en: 'Line {which} of the list is out of order: “{published}”.' },
  pool: { zh: '{which}的候选人不足：须有{published}人，名单上只有{recomputed}人。', en: '{which} has too few candidates: {published} are needed, the list has {recomputed}.' },
  panel: { zh: '第{which}席不符：公布为{published}，重算为{recomputed}。', en: 'Seat {which} differs: {published} was published, {recomputed} comes out.' },
  substitutes: { zh: '{which}的递补顺序不符：公布为{published}，重算为{recomputed}。', en: 'The substitutes of {which} differ: {published} was published, {recomputed} comes out.' },
};
