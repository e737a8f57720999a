import type { Text } from '#kernel/words.ts';

interface Part {
  readonly title: Text;
  readonly lines: readonly Text[];
}

/** The help of the public pages. What a mechanism's own notice says (who processes, how long it is kept) stands before its form. */
export const helpText: { readonly title: Text; readonly parts: readonly Part[] } = {
  title: { zh: '使用帮助和无障碍', en: 'Help and accessibility' },
  parts: [
    {
      title: { zh: '提一条建议', en: 'Make a suggestion' },
      lines: [
        { zh: '点“我要提建议”，先看告知，再写三样：一句话标题、现在是什么情况、建议怎么办。不用注册。', en: 'Choose “Suggest”, read the notice, then write three things: a title in one sentence, how things stand, what should be done. No account is needed.' },
        { zh: '可以传照片。照片会先在您的设备上缩小，拍摄地点和时间会去掉；请不要拍人脸、车牌和证件。', en: 'Photos are welcome. They are made smaller on your device first, and where and when they were taken is left out; please show no faces, plates or papers.' },
        { zh: '写到一半离开也不要紧：草稿存在这台设备上，下次打开会问您要不要接着写。姓名和联系方式不存。', en: 'You may leave halfway: a draft stays on this device and is offered again. Name and contact are not kept.' },
      ],
    },
    {
      title: { zh: '查询码', en: 'The code' },
      lines: [
        { zh: '提交后得到一个16位查询码，只显示一次。请复制、打印、存成文件或者抄下来，不要告诉别人。', en: 'After handing in you get a code of 16 characters, shown once. Copy, print, save or write it down, and tell nobody.' },
        { zh: '凭查询码看办到哪一步、补充内容、评价答复、更改身份方式、撤回、删除个人信息。', en: 'With it you follow the way it goes, add, rate the answer, change how you are named, withdraw, or have personal data erased.' },
        { zh: '查询码遗失后无法找回。匿名提交又丢了查询码的，可以重新提一条。', en: 'A lost code cannot be found again; you may make the suggestion once more.' },
      ],
    },
    {
      title: { zh: '查办事、查答复', en: 'Look something up' },
      lines: [
        { zh: '在首页的查询框里输入要找的事，任意两个字以上都能查到。', en: 'Type what you look for on the start page: any two characters or more are found.' },
        { zh: '公开的建议不写姓名，除非本人单独同意。', en: 'Published suggestions name nobody, unless the author has separately agreed.' },
      ],
    },
    {
      title: { zh: '不是建议的', en: 'What is no suggestion' },
      lines: [
        { zh: '紧急情况请拨打 110、119、120；咨询、投诉、求助请拨打 12345。', en: 'In an emergency call 110, 119 or 120; for questions, complaints and help call 12345.' },
        { zh: '举报和诉求提到这里，也会转到有权处理的机关，并告诉您转到哪里、为什么。', en: 'Reports and claims handed in here are passed to the body in charge, and you are told where and why.' },
      ],
    },
    {
      title: { zh: '看得清、听得见、用键盘', en: 'Seeing, hearing, the keyboard' },
      lines: [
        { zh: '页面上方可以选“大字”和“高对比”，选过以后这台设备一直记得。系统设为深色的，页面也是深色。', en: '“Large” and “Contrast” stand at the top and are remembered on this device. Where the system is dark, the pages are too.' },
        { zh: '设备有语音的，上方有“朗读”，读到哪里哪里加框。读屏软件可以按标题和区域跳读。', en: 'Where the device has a voice, “Read aloud” stands at the top and frames what is being read. Screen readers can go by headings and landmarks.' },
        { zh: '全部功能都能用键盘：Tab 键前进，Shift+Tab 键后退，回车键确认；第一次按 Tab 键可以跳到正文。', en: 'Everything works by keyboard: Tab and Shift+Tab to move, Enter to confirm; the first Tab leads to the content.' },
        { zh: '按照《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.2 AA 级制作。发现看不清、用不了的地方，请提一条建议告诉我们。', en: 'Made after GB/T 37668-2019 and WCAG 2.2 AA. If something cannot be read or used, please tell us by a suggestion.' },
      ],
    },
    {
      title: { zh: '个人信息', en: 'Personal data' },
      lines: [
        { zh: '浏览不需要登录，不使用任何外部统计和跟踪。这台设备上只存：语言、大字、高对比、草稿。', en: 'No sign-in is needed to read, and nobody outside counts or follows you. This device keeps only: language, large type, contrast, drafts.' },
        { zh: '页面出错时会自动告知平台出错的位置和浏览器版本，不含您填写的内容和您的身份。', en: 'When a page breaks, the platform is told where and in which version of browser, and nothing you typed or who you are.' },
      ],
    },
  ],
};
