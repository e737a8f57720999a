const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** What must not be published, and the words put in its place (reform.md §9.4). The order matters: an ID number also looks like a bank card. */
const marks: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /(?<!\d)\d{17}[\dXx](?!\d)/g, words: '［身份证号］' },
  { pattern: /(?<!\d)(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?!\d)/g, words: '［银行卡号］' },
  { pattern: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g, words: '［手机号］' },
  { pattern: /(?<!\d)(?:0\d{2,3}[- ]?\d{7,8}|\(0\d{2,3}\)\s?\d{7,8})(?!\d)/g, words: '［电话］' },
  { pattern: /[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}/g, words: '［邮箱］' },
  { pattern: new RegExp(`[${provinces}][A-Z][·•]?[A-Z0-9]{5,6}(?![A-Z0-9])`, 'g'), words: '［车牌号］' },
  // A room, a unit of a building or a number in a street singles out a home; a building, a road or 200户 does not, nor 3月8号.
  { pattern: /(?:[\dA-Za-z一二三四五六七八九十]+(?:号楼|号院|栋|幢|座))?[\dA-Za-z一二三四五六七八九十]+单元(?:[\dA-Za-z]+[室户]?)?|(?:[\dA-Za-z一二三四五六七八九十]+(?:号楼|号院|栋|幢|座))?\d{3,4}室(?![内外])/g, words: '［门牌号］' },
  { pattern: /(?<=[路街巷道弄里村])\d+(?:-\d+)?号(?![线楼])(?:院)?/g, words: '［门牌号］' },
];

/** After these words stands somebody's name. */
const introductions = /(我叫|本人姓名[:：]?|我的名字[是叫]|联系人(?!员)\s*[:：是]?\s*|姓名\s*[:：]\s*|建议人\s*[:：]\s*)([\p{Script=Han}·]{2,4}?)(?=[,，。；;、:：\s（(!！]|(?:是|在|家住|住|今年|电话|手机|来自)|$|\p{Script=Latin}|\d|［)/gu;

/** A text without phones, identity and card numbers, plates, house numbers, addresses for mail and introduced names. */
export function scrub(text: string): string {
  // Full-width digits would slip past every pattern; only they are changed, the text's own signs stay.
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ＠－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const unnamed = plain.replace(introductions, (_whole, introduction: string) => `${introduction}［姓名］`);
  return marks.reduce((scrubbed, { pattern, words }) => scrubbed.replace(pattern, words), unnamed);
}

/** Whether a text holds nothing that scrubbing would take out. */
export function isScrubbed(text: string): boolean {
  return scrub(text) === text.replace(/[０-９Ａ-Ｚａ-ｚ＠－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
