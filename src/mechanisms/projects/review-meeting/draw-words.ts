import type { Text } from '#kernel/words.ts';

/** The words of the page on which anybody draws again, for a reader who has never heard of a hash. */
export const drawWords = {
  title: { zh: '自己核对这次抽取', en: 'Check this draw yourself' },
  lead: {
    zh: '专家不是谁挑的，是由一份冻结名单和两段密语算出来的：名单由评审办定，密语由评审办和监督方各想一段，互不知道。会前只公布它们的“指纹”（一改内容指纹就变），会后公布原文。您可以用原文再算一遍，看席位是不是同一批。',
    en: 'Nobody chose the experts: they follow from a frozen list and two secrets. The review office fixed the list; the office and the supervisor each thought of a secret the other did not know. Before the meeting only their fingerprints were shown (change one character and the fingerprint changes); afterwards the originals. Work it out again and see whether the same seats come out.',
  },
  local: { zh: '计算只在您的浏览器里进行，不向本站发送任何内容。', en: 'The computation runs in your browser; nothing is sent to this site.' },
  secretariat: { zh: '评审办的密语', en: 'Secret of the review office' },
  supervisor: { zh: '监督方的密语', en: 'Secret of the supervisor' },
  frozen: { zh: '冻结名单', en: 'Frozen list' },
  frozenHelp: { zh: '抽取规则、各专业席位、应当回避的编号和全部候选专家；专家只写编号和单位，不写姓名。', en: 'The rules of the draw, the seats of each specialty, who had to be left out, and all candidates: by number and employer, without names.' },
  tryIt: { zh: '改动任何一个字再算，就会看到哪里对不上。', en: 'Change any character and compute again: you will see what no longer fits.' },
  again: { zh: '重新计算', en: 'Compute again' },
  restore: { zh: '恢复公布的内容', en: 'Put back what was published' },
  agrees: { zh: '一致：您的浏览器算出同样的{count}个席位', en: 'It agrees: your browser comes to the same {count} seats' },
  agreesHelp: { zh: '名单和两段密语的指纹与公布的相同，种子、席位和递补次序也都相同。', en: 'The fingerprints of the list and of both secrets are as published; seed, seats and substitutes are the same too.' },
  differs: { zh: '不一致：{what}', en: 'It does not agree: {what}' },
  published: { zh: '公布的', en: 'Published' },
  recomputed: { zh: '您算出的', en: 'Computed by you' },
  specialty: { zh: '专业', en: 'Specialty' },
  expertNo: { zh: '专家序号', en: 'Expert no.' },
  how: { zh: '是怎样算的', en: 'How it is worked out' },
  byHand: { zh: '不用本站也能核对：任何能算SHA-256的工具都行。', en: 'You need not use this site: any tool that computes SHA-256 will do.' },
} as const satisfies Readonly<Record<string, Text>>;

/** The steps of the computation, each to be done by any other tool. */
export const drawSteps: readonly Text[] = [
  { zh: '名单的指纹 = SHA-256（冻结名单全文）；密语的指纹 = SHA-256（密语）。', en: 'The fingerprint of the list is SHA-256 of its whole text; that of a secret is SHA-256 of the secret.' },
  { zh: '种子 = SHA-256（评审办密语、监督方密语、名单指纹、项目编号，各占一行）。谁都不能单独左右它。', en: 'The seed is SHA-256 of both secrets, the fingerprint of the list and the project number, a line each. Neither side alone can steer it.' },
  { zh: '每个专业里，候选人的名次 = HMAC-SHA-256（种子，专业和编号各占一行），从小到大排。', en: 'In each specialty candidates are ranked by HMAC-SHA-256 with the seed over specialty and number, a line each, smallest first.' },
  { zh: '按名次依次入座；同一单位只坐一人，区外专家不少于一半，上次评过同一申请单位的不超过一半。余下的按名次作递补。', en: 'They are seated in that order: one of each employer, at least half from outside the district, at most half from the applicant’s last panel. The others are substitutes in order.' },
];

/** What does not fit, said in a few words; `{which}` is a line, a seat, a specialty. */
export const differenceWords = {
  poolHash: { zh: '名单与会前公布的指纹对不上，名单被改动过', en: 'the list does not fit the fingerprint shown before the meeting; it was changed' },
  secretariat: { zh: '评审办的密语与会前公布的指纹对不上', en: 'the secret of the review office does not fit its fingerprint' },
  supervisor: { zh: '监督方的密语与会前公布的指纹对不上', en: 'the secret of the supervisor does not fit its fingerprint' },
  seed: { zh: '种子不同', en: 'another seed comes out' },
  format: { zh: '名单第{which}行的格式读不懂', en: 'line {which} of the list cannot be read' },
  order: { zh: '名单第{which}行的次序不对', en: 'line {which} of the list is out of order' },
  pool: { zh: '“{which}”的候选人不够', en: 'there are too few candidates for “{which}”' },
  panel: { zh: '第{which}席是另一个人', en: 'seat {which} is somebody else' },
  substitutes: { zh: '“{which}”的递补次序不同', en: 'the substitutes for “{which}” come in another order' },
} as const satisfies Readonly<Record<string, Text>>;
