import { Refusal, type FieldProblems, type RefusalWords } from '#kernel/refusal.ts';
import { fill, type Text } from '#kernel/words.ts';

/** What the platform itself says no to, before any mechanism is asked. Codes are part of the API. */
export const platformRefusals = {
  malformed: { status: 400, zh: '请求内容不是完整的 JSON，请检查后重新发送。', en: 'The request is not well-formed JSON. Please check it and send it again.' },
  badCharacters: { status: 400, zh: '内容含有无法保存的字符，请删除后重新发送。', en: 'The text holds characters that cannot be kept. Please remove them and send it again.' },
  brokenRequest: { status: 400, zh: '请求不符合 HTTP 协议，请检查网络或浏览器后重试。', en: 'This is not a proper HTTP request. Please check the network or the browser.' },
  headersTooLarge: { status: 431, zh: '请求头过大，请清除本站 Cookie 后重试。', en: 'The headers of the request are too large. Please clear the cookies of this site.' },
  unknownRoute: { status: 404, zh: '没有这个地址，请核对后再试。', en: 'There is no such address. Please check it.' },
  wrongMethod: { status: 405, zh: '这个地址不支持 {method} 方法。', en: 'This address does not take the method {method}.' },
  tooSlow: { status: 408, zh: '数据发送太慢，连接已经中断，请检查网络后重试。', en: 'The data came too slowly and was cut off. Please check the network and try again.' },
  tooLarge: { status: 413, zh: '发送的内容超过 {limit}，请精简后再发送。', en: 'What was sent is larger than {limit}. Please shorten it.' },
  wrongType: { status: 415, zh: '这里只接收 {expected}。', en: 'Only {expected} is taken here.' },
  tooOften: { status: 429, zh: '操作过于频繁，请 {seconds} 秒后再试。', en: 'Too many requests. Please try again in {seconds} seconds.' },
  lockedOut: {
    status: 429,
    zh: '连续登录失败次数过多，该账号已暂停登录，请 {minutes} 分钟后再试。',
    en: 'Too many failed attempts; signing in with this name is held back for {minutes} minutes.',
  },
  wrongPassword: { status: 401, zh: '账号或密码不正确，请重新输入。', en: 'The name or the password is not right. Please try again.' },
  passwordToChange: { status: 403, zh: '您的密码是别人交给您的，请先改成自己的密码。', en: 'Your password was handed to you. Please choose one of your own first.' },
  passwordWrong: { status: 422, zh: '现在的密码不正确，请重新输入。', en: 'The present password is not right. Please try again.' },
  passwordSame: { status: 422, zh: '新密码与现在的密码相同，请换一个。', en: 'The new password is the present one. Please choose another.' },
  passwordPlain: { status: 422, zh: '密码太容易猜：请至少用六个不同的字符，不要包含登录名。', en: 'That password is easily guessed. Please use six different characters at least, and not the sign-in name.' },
  noPassword: { status: 409, zh: '您没有密码：示例区选岗进入，不用密码。', en: 'You have no password: the sample district is entered by picking a post.' },
  ownPassword: { status: 409, zh: '自己的密码请在“我的账号”里更改。', en: 'Please change your own password under “My account”.' },
  linkUsed: { status: 410, zh: '这个链接已经使用过或已过期，请在服务器上重新生成。', en: 'This link has been used or has expired. Please make a new one on the server.' },
  notDemonstration: { status: 403, zh: '只有示例区可以直接选岗进入，并且只能在本机使用。', en: 'Only the sample district may be entered by picking a post, and only on its own machine.' },
  crossSite: { status: 403, zh: '请求来自其他网站，平台没有办理。请回到平台页面重新操作。', en: 'The request came from another site and was not carried out. Please go back to the platform and try again.' },
  badToken: { status: 403, zh: '页面已经过期，请刷新后重新提交，您填写的内容仍保留。', en: 'This page is out of date. Refresh it and submit again; what you typed is kept.' },
  notAdministrator: { status: 403, zh: '这项操作只由系统管理岗办理，请联系管理员。', en: 'Only an administrator may do this. Please ask the administrator.' },
  notSecurity: { status: 403, zh: '岗位职责只由安全管理岗授予，请联系安全管理员。', en: 'Only the security administrator gives roles. Please ask the security administrator.' },
  notAuditor: { status: 403, zh: '日志只由安全审计岗查看，请联系安全审计员。', en: 'Only the auditor reads the logs. Please ask the auditor.' },
  threePeople: { status: 409, zh: '系统管理、安全管理、安全审计须由三个人分任；“{name}”已任其中之一。', en: 'System administration, security and audit belong to three people; “{name}” holds one of them already.' },
  mergedAlready: { status: 409, zh: '“{name}”已经终止，不能再并入其他单位。', en: '“{name}” has ended already and cannot be merged.' },
  verifyRuns: { status: 409, zh: '正在核验，请等这次核验结束。', en: 'A verification is under way; please wait until it ends.' },
  workRuns: { status: 409, zh: '这件事项正在测算，请等它完成或者先停下。', en: 'A computation runs for this matter already. Please wait for it, or stop it first.' },
  workOutdated: { status: 409, zh: '测算期间台账有变动，结果已不适用，没有登记。请重新测算。', en: 'The registers changed while it was computed, so the result no longer fits and was not kept. Please compute again.' },
  workBrokenOff: { status: 503, zh: '测算进行中平台停止或重启，没有登记任何结果。可以重新开始。', en: 'The platform stopped or restarted during the computation, and nothing was kept. It can be begun again.' },
  workFailed: { status: 500, zh: '测算没有完成，没有登记任何结果。请重试；仍不行的请联系管理员查看日志。', en: 'The computation broke off and nothing was kept. Please try again; if it fails again, ask the administrator to look at the log.' },
  sameMachineOnly: { status: 403, zh: '运行指标只能在服务器本机读取。', en: 'Metrics are read on the server itself only.' },
  unavailable: { status: 503, zh: '数据库暂时连接不上，本次操作没有办理。请稍后再试，您填写的内容仍保留。', en: 'The database cannot be reached and nothing was done. Please try again shortly; what you typed is kept.' },
  busy: { status: 503, zh: '平台正忙，本次操作没有办理，请稍后再试。', en: 'The platform is busy and nothing was done. Please try again shortly.' },
  stopping: { status: 503, zh: '平台正在停止或重启，本次操作没有办理，请稍后再试。', en: 'The platform is stopping or restarting and nothing was done. Please try again shortly.' },
  diskFull: { status: 507, zh: '服务器磁盘已满，本次操作没有办理。请联系管理员清理磁盘。', en: 'The server’s disk is full and nothing was done. Please ask the administrator to make room.' },
  pagesNotBuilt: { status: 503, zh: '页面还没有构建，请先启动一次平台。', en: 'The pages have not been built yet. Please start the platform once.' },
  noFile: { status: 422, zh: '没有收到文件，请选择文件后再上传。', en: 'No file arrived. Please choose a file and upload it.' },
  tooManyFiles: { status: 413, zh: '一次最多上传 {limit} 个文件，请分批上传。', en: 'At most {limit} files go up at once. Please upload them in parts.' },
  fileTooLarge: { status: 413, zh: '文件“{name}”超过 {limit} MB，请压缩或拆分后再上传。', en: 'The file “{name}” is larger than {limit} MB. Please compress or split it.' },
  emptyFile: { status: 422, zh: '文件“{name}”是空的，请重新选择。', en: 'The file “{name}” is empty. Please choose another one.' },
  fileType: { status: 415, zh: '不能上传“{name}”这类文件。可以上传：{allowed}。', en: 'Files such as “{name}” are not taken. Taken are: {allowed}.' },
  fileDisguised: {
    status: 415,
    zh: '文件“{name}”的内容与扩展名不符，没有保存。请用原来的程序重新导出后上传。',
    en: 'The content of “{name}” is not what its name says, so it was not kept. Please export it again and upload it.',
  },
  brokenUpload: { status: 400, zh: '上传中断或格式不完整，请重新上传。', en: 'The upload broke off or is incomplete. Please upload it again.' },
  wrongPlace: { status: 409, zh: '文件已收到 {received} 字节，请从这里接着传。', en: '{received} bytes of the file have come; please go on from there.' },
  damagedPiece: { status: 422, zh: '这一段在传输中损坏，没有保存，请重传这一段。', en: 'This piece was damaged on its way and not kept. Please send it again.' },
  tooManyArriving: { status: 429, zh: '您有 {limit} 个文件还没有传完，请先传完或取消一些。', en: '{limit} of your files are still on their way. Please finish or cancel some.' },
  tooManyDrafts: { status: 429, zh: '您的草稿已有 {limit} 份，请先提交或删除一些。', en: 'You already have {limit} drafts. Please hand in or discard some.' },
  emptyComment: { status: 422, zh: '请写下要说的话再发送。', en: 'Please write something before sending.' },
  notYourComment: { status: 403, zh: '只能修改或撤回自己说的话。', en: 'Only what you said yourself can be mended or taken back.' },
  commentSettled: { status: 409, zh: '发出超过 {minutes} 分钟，不能再修改。可以撤回后重新说。', en: 'After {minutes} minutes it can no longer be mended. You may take it back and say it anew.' },
  commentWithdrawn: { status: 409, zh: '这条评论已经撤回。', en: 'This comment has been taken back.' },
  mentionUnseen: { status: 422, zh: '“{name}”看不到这件事项，提醒不到。请去掉 @ 或改提别的岗位。', en: '“{name}” cannot see this matter and would not be told. Please name somebody else.' },
  tooManyStreams: { status: 429, zh: '打开的页面过多，请关闭一些再试。', en: 'Too many pages are listening at once. Please close some.' },
  notOffered: { status: 404, zh: '这个机制不提供这项内容。', en: 'This mechanism does not offer this.' },
  conflict: { status: 409, zh: '同样的内容刚刚已经登记，请刷新后核对。', en: 'The same has just been entered. Please refresh the page and check.' },
  tooManyViews: { status: 409, zh: '一个台账最多保存 {limit} 个视图，请先删除不用的。', en: 'At most {limit} views of a register are kept. Please remove one you no longer use.' },
  mayNotShare: { status: 403, zh: '全区共享的视图由能查看整个台账的岗位设定，请改为本人、本岗位或本单位。', en: 'Views for the whole district are set by posts that see the whole register. Please share it with your post or unit.' },
  nameTaken: { status: 409, zh: '登录名“{name}”已被他人使用，请换一个。', en: 'The sign-in name “{name}” is in use. Please choose another.' },
  defect: {
    status: 500,
    zh: '平台出现差错，已经记录，编号 {incident}。请稍后再试；仍不行时请把编号告诉管理员。',
    en: 'Something went wrong and has been recorded as {incident}. Please try again later, or give that number to the administrator.',
  },
} satisfies Record<string, RefusalWords>;

export type PlatformRefusal = keyof typeof platformRefusals;

/** Says one of them. */
export function refuseRequest(
  code: PlatformRefusal,
  values: Readonly<Record<string, string | number | Text>> = {},
  more: { readonly fields?: FieldProblems; readonly detail?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  const words = platformRefusals[code];
  return new Refusal(code, { ...fill(words, values), status: words.status }, more);
}

/** Too much for now: says when to come back. */
export function refuseUntil(code: 'tooOften' | 'lockedOut', seconds: number): Refusal {
  const values = { seconds, minutes: Math.ceil(seconds / 60) };
  return refuseRequest(code, values, { detail: { retryAfter: seconds } });
}
