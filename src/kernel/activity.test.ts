import { expect, test } from 'vitest';
import { findActivityMark } from './activity.ts';

test.each([
  '朋友圈点赞截图.jpg', '集赞图.png', '微信投票结果.pdf', '网上 投票.jpg', '公众号阅读量.png', '转发数统计.xlsx', '学习时长排行.xlsx', '在线时长.png', '登录次数统计.docx', '每日打卡.jpg',
  'APP签到.png', 'app签到记录.png', '签到截图.png', '安装率通报.pdf', '活跃度排名.xlsx', 'likes.png', 'online time.csv', '点\u200b赞.png',
])('“%s” shows how busy an app was', (name) => {
  expect(findActivityMark(name)).toBeDefined();
});

test.each(['会议签到表.pdf', '表决票.pdf', '专家投票结果.pdf', '学习贯彻方案.docx', '关于转发通知的函.pdf', '阅读推广方案.docx', '在线办理流程图.png', '使用说明.pdf', '登录页面.png', '现场照片.jpg', 'likeness.pdf', '统计平台上传数据.xlsx', '访问数据库备案.pdf', '阅读数据.pdf', '会议室使用时间安排.pdf'])('“%s” does not', (name) => {
  expect(findActivityMark(name)).toBeUndefined();
});
