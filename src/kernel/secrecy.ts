/** Marks that only classified documents bear (保守国家秘密法; GB/T 9704-2012 7.2.2). Ordinary words such as 商业秘密 (反不正当竞争法 9) and 技术秘密 (民法典 862) are none. */
export const secretMarks: readonly RegExp[] = [
  /(?:绝密|机密|(?<!商业|技术)秘密)[★☆*＊✩✪]/,
  /(?:绝密|机密|(?<!商业|技术)秘密)级/,
  /密级[:为]?(?:绝密|机密|秘密)/,
  /绝密(?:文件|资料|材料|件)?/,
  /(?:机密|涉密)(?:文件|资料|材料|件)/,
  /(?<!商业|技术)秘密(?:文件|件)/,
];

/** The first secrecy mark in a text, blanks, width and what nobody sees aside; nothing when there is none. */
export function findSecretMark(text: string, marks: readonly RegExp[] = secretMarks): string | undefined {
  const plain = text.normalize('NFKC');
  // Everything that is typed passes here, and hardly any of it has the one letter that is in all of these marks.
  if (marks === secretMarks && !plain.includes('密')) return undefined;
  const bare = simplified(plain).replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  for (const mark of marks) {
    const found = mark.exec(bare);
    if (found) return found[0];
  }
  return undefined;
}

/** The letters of the marks as Hong Kong, Macao and Taiwan write them. */
const traditional: Readonly<Record<string, string>> = { 絕: '绝', 機: '机', 祕: '秘', 級: '级', 為: '为', 資: '资' };

function simplified(text: string): string {
  return text.replace(/[絕機祕級為資]/g, (letter) => traditional[letter] ?? letter);
}

/** The first secrecy mark in anything that was typed, however deep. */
export function findSecretMarkIn(value: unknown, marks: readonly RegExp[] = secretMarks): string | undefined {
  if (typeof value === 'string') return findSecretMark(value, marks);
  if (Array.isArray(value)) return firstOf(value, marks);
  if (typeof value === 'object' && value !== null) return firstOf(Object.values(value), marks);
  return undefined;
}

function firstOf(values: readonly unknown[], marks: readonly RegExp[]): string | undefined {
  for (const value of values) {
    const mark = findSecretMarkIn(value, marks);
    if (mark !== undefined) return mark;
  }
  return undefined;
}
