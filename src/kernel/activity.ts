/** Files that show how busy an app was, not what was done (国办函〔2026〕12号; reform.md §12.6, §13.4). Votes and sign-ins of a meeting are no such thing. */
const activityMarks: readonly RegExp[] = [
  /点赞|集赞|刷赞/,
  /(?:网络|网上|线上|在线|微信|手机)投票/,
  /(?:转发|分享|阅读|浏览|播放|点击|访问|关注|上传)(?:量|数(?!据)|次数|截图|排名|排行)/,
  /(?:在线|学习|使用|停留|登录)时长|(?:在线|学习|停留|登录)时间|学习积分|活跃(?:度|率)|登录(?:次数|记录|截图|率)|(?:安装|下载)(?:量|率)/,
  /打卡|(?:网络|网上|线上|在线|扫码|手机|APP)签到|签到(?:截图|积分|率)/i,
  /\b(?:likes|upvotes|online[ _-]?(?:votes?|time)|log-?ins|page[ _-]?views)\b/i,
];

/** What in the name of a file says that it counts likes, votes on the net, sign-ins or time online; nothing when it does not. */
export function findActivityMark(name: string): string | undefined {
  const plain = name.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '');
  const bare = plain.replace(/\s/g, '');
  for (const mark of activityMarks) {
    const found = mark.exec(bare) ?? mark.exec(plain);
    if (found) return found[0];
  }
  return undefined;
}
