import { catalogue } from '#web/language.ts';

/** Words of forms beyond those of the whole workbench. */
export const useFormWords = catalogue({
  draftTake: { zh: '继续填写', en: 'Go on with it' },
  draftDrop: { zh: '放弃', en: 'Discard it' },
  draftWaits: { zh: '请先选择，选定之前现在填写的内容不保存。', en: 'Please choose first; until then what you type now is not kept.' },
  draftKept: { zh: '草稿已保存 {at}，换一台电脑也能接着填', en: 'Draft kept at {at}; any computer can go on with it' },
  draftHere: { zh: '网络不通，草稿暂存本机 {at}', en: 'No network: kept on this computer at {at}' },
  draftRefused: { zh: '草稿没有保存：{why}', en: 'The draft is not kept: {why}' },

  sessionEnded: { zh: '登录已过期', en: 'Your session has ended' },
  sessionHelp: { zh: '您填写的内容都还在。重新登录后接着办。', en: 'What you typed is all here. Sign in again and go on.' },
  goOnAs: { zh: '以“{post}”继续', en: 'Go on as “{post}”' },
  leaveInstead: { zh: '离开，去登录页', en: 'Leave for the sign-in page' },
  otherPerson: { zh: '登录的不是同一个人，页面将重新打开。', en: 'That is somebody else; the page opens anew.' },

  pasteRows: { zh: '可从表格软件复制一块后粘贴到任意格；回车到下一行，Ctrl+Delete 删行', en: 'Paste a block from a spreadsheet into any cell; Enter goes to the next row, Ctrl+Delete removes one' },
  rowsPasted: { zh: '已粘贴 {rows} 行。', en: '{rows|row|rows} pasted.' },
  rowsCut: { zh: '粘贴的内容多出 {columns} 列，多出的没有放入。', en: '{columns|column|columns} too many; what was over was left out.' },
});
