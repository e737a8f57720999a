import type { Text } from '#kernel/words.ts';

/** The version is the key of the choice in the form: when the notice changes, a form that shows the old one is refused and shows the new one (个人信息保护法 17). */
export const noticeVersion = 'v2021';

/** What somebody is told before personal data are given: who, why, how, what, how long, which rights (个人信息保护法 17、35). */
export const notice: Text = {
  zh: '处理者：区委改革办。目的：登记、办理、答复您的建议。方式：联系方式加密保存，只有经办人员可以查看，每次查看都有记录。种类：姓名或称呼、一个联系方式、身份类别、所在镇街、建议内容。保存期限：最后一次答复或者嘉许后180日删除，建议内容去除个人信息后归档。您可以凭查询码查看、更正、删除个人信息，撤回公开署名的同意。转交其他单位办理时，会告知您转到哪里、为什么转。请不要填写身份证号、银行卡号和详细住址。',
  en: 'Processed by the reform office of the district, to register, handle and answer your suggestion. Your contact is kept encrypted; only the handling staff may read it and each reading is logged. Kept are: name or form of address, one contact, kind of proposer, town or street, and what you suggest. They are erased 180 days after the last answer or commendation; the suggestion is archived without personal data. With your query code you may view, correct and delete them and take back your consent to publish your name. If your suggestion is passed to another body, you are told to which and why. Please give no identity number, bank card or full address.',
};
