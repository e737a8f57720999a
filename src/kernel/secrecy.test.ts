import { expect, test } from 'vitest';
import { findSecretMark, findSecretMarkIn } from './secrecy.ts';

test.each([
  '机密★', '机 密★', '机密 ★ 10年', '秘密★1年', '绝密★', '机密☆', '秘密＊', '机\u200b密★', '机\u2060密\ufeff★', '机\u00ad密★', '秘\u202e密★', '机\ufe0f密★', '机\n密\t★', '机\u3000密★',
  '机密级', '秘密级文件', '绝密', '绝密文件', '机密文件', '机密材料', '涉密资料', '涉密件', '秘密文件', '密级：机密', '密级: 秘密', '本件为机密件，请勿外传', '絕密★', '機密級', '祕密文件', '機密資料',
])('“%s” is a secrecy mark', (words) => {
  expect(findSecretMark(`关于某事的说明${words}（附后）`)).toBeDefined();
});

test.each(['涉及商业秘密，不予公开', '商业秘密文件', '商业秘密级别管理', '技术秘密文件转让', '个人秘密', '保守秘密的义务', '国家秘密法', '机密性要求', '密级：无', '★重点事项', '密封★'])('“%s” is none', (words) => {
  expect(findSecretMark(words)).toBeUndefined();
});

test('a mark is found however deep it was typed', () => {
  expect(findSecretMarkIn({ rows: [{ note: '无' }, { note: { deep: ['机密 ★'] } }] })).toBe('机密★');
  expect(findSecretMarkIn({ evidence: [{ name: '机密文件.pdf', size: 1 }] })).toBe('机密文件');
  expect(findSecretMarkIn([1, null, true, undefined, { a: '公开' }])).toBeUndefined();
});
