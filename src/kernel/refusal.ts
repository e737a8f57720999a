import { fill, type Text } from './words.ts';

/** Words of a refusal as a mechanism declares them; `status` is the HTTP status, 409 unless told. */
export interface RefusalWords extends Text {
  readonly status?: number;
}

/** What is wrong with one field of what was sent, by the name of the field. */
export type FieldProblems = Readonly<Record<string, Text>>;

/** The one way to say no: a stable code, a status, words in both languages and, where useful, detail. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: number;
  readonly words: Text;
  readonly fields: FieldProblems | undefined;
  readonly detail: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: string,
    words: RefusalWords,
    more: { fields?: FieldProblems; detail?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(`${code}: ${words.en}`);
    this.code = code;
    this.status = words.status ?? 409;
    this.words = { zh: words.zh, en: words.en };
    this.fields = more.fields;
    this.detail = more.detail;
  }
}

/** The refusals that every mechanism shares; a mechanism adds its own in its record. */
export const commonRefusals = {
  absent: { status: 404, zh: '没有找到这条事项，请核对编号。', en: 'No such matter was found. Please check the number.' },
  unknownMechanism: { status: 404, zh: '没有这个机制。', en: 'There is no such mechanism.' },
  unknownAction: { status: 404, zh: '没有这个动作。', en: 'There is no such action.' },
  signIn: { status: 401, zh: '请先登录。', en: 'Please sign in first.' },
  notYours: {
    status: 403,
    zh: '这个动作不由您的岗位办理，请联系有权办理的岗位。',
    en: 'Your post does not hold this action. Please ask the post that does.',
  },
  noPost: {
    status: 403,
    zh: '您目前没有在任岗位，请联系管理员核对任职起止日期。',
    en: 'You hold no post today. Please ask the administrator to check its dates.',
  },
  wrongStage: {
    status: 409,
    zh: '事项现处“{stage}”阶段，不能办理“{action}”。请刷新后再看。',
    en: 'The matter stands at “{stage}”, where “{action}” is not open. Please refresh the page.',
  },
  stale: {
    status: 409,
    zh: '这条事项刚刚有人办理过。请刷新后核对再提交，您填写的内容仍保留。',
    en: 'Somebody has just acted on this matter. Refresh, check and submit again; what you typed is kept.',
  },
  badInput: { status: 422, zh: '有 {count} 处填写需要修改。', en: '{count} entries need to be corrected.' },
  evidenceMissing: {
    status: 422,
    zh: '“{action}”至少需要 {needed} 份佐证材料，现有 {held} 份。请上传后再提交。',
    en: '“{action}” needs at least {needed|piece|pieces} of evidence; {held} given. Please attach and submit again.',
  },
  activityEvidence: {
    status: 422,
    zh: '“{mark}”一类材料说明的是使用和活跃情况，不能作“{action}”的佐证。请换成能证明结果的文件。',
    en: '“{mark}” tells how much an app was used; it is no evidence for “{action}”. Please attach what proves the result.',
  },
  reasonTooShort: {
    status: 422,
    zh: '请写明理由，不少于 {needed} 个字。',
    en: 'Please give the reason, in at least {needed} characters.',
  },
  gateClosed: {
    status: 409,
    zh: '“{action}”前还缺：{missing}。补齐后即可办理。',
    en: 'Before “{action}” these are still missing: {missing}. It opens once they are there.',
  },
  samePerson: {
    status: 409,
    zh: '提交与审核不能是同一人，请由另一人办理。',
    en: 'The same person may not submit and approve. Please have somebody else do it.',
  },
  secretMark: {
    status: 422,
    zh: '内容含有“{mark}”等涉密标志。本平台不得存储、处理涉密信息，请删除后再提交，原件按保密规定渠道报送。',
    en: 'The text holds the secrecy mark “{mark}”. Classified content may not be kept here; remove it and use the proper channel.',
  },
  taken: {
    status: 409,
    zh: '“{field}”为“{value}”的记录已经存在，不能重复登记。',
    en: 'A record whose “{field}” is “{value}” exists already.',
  },
  /** Where what tells records apart is read by nobody. */
  takenAlike: {
    status: 409,
    zh: '同样的记录已经登记，不能重复登记；原来那条填错的，先更正或者作废。',
    en: 'The same is entered already. Where that one was mistaken, correct or void it first.',
  },
} satisfies Record<string, RefusalWords>;

/** Says one of the common refusals. */
export function refuse(
  code: keyof typeof commonRefusals,
  values: Readonly<Record<string, string | number | Text>> = {},
  more: { fields?: FieldProblems; detail?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  const words: RefusalWords = commonRefusals[code];
  return new Refusal(code, { ...fill(words, values), status: words.status ?? 409 }, more);
}
