import type { Story } from '../../story.ts';

/** Three calls of the sample years: one answered, one whose answer is being written, one still open. */
export function topicCallStories(): Story[] {
  return [
    {
      key: 'call-elderly', mechanism: 'topicCall',
      steps: [
        { at: '2021-03-01T01:30:00.000Z', by: 'office-1', action: 'draft', input: () => ({ title: '老旧小区适老化改造怎么改', background: '今年计划改造一批老旧小区，老年住户多，楼道、坡道、照明等问题反映集中。', wanted: '一、最需要先改的是什么；二、施工期间怎样少扰民；三、改造后由谁管护。', ways: '在本平台提建议时选择本次征集，也可以写信或到街道改革工作站当面提出。', field: 'society', leadUnit: 'housing', opensOn: '2021-03-08', closesOn: '2021-04-06' }) },
        { at: '2021-03-03T02:00:00.000Z', by: 'office-head', action: 'publish', input: () => ({}) },
        { at: '2021-04-06T16:30:00.000Z', by: 'system', action: 'close', input: () => ({}) },
        { at: '2021-04-27T03:00:00.000Z', by: 'office-1', action: 'answer', input: () => ({ answer: '感谢大家参与。建议主要集中在三个方面：楼道扶手和坡道、夜间照明、施工时间。前两项已列入今年改造内容，今年内完成；施工时间将避开午休和夜间，由街道公示监督电话。加装电梯的建议涉及全体业主意愿，由街道逐栋征询后再定。' }) },
      ],
    },
    {
      key: 'call-permit', mechanism: 'topicCall',
      steps: [
        { at: '2021-11-08T01:30:00.000Z', by: 'office-2', action: 'draft', input: () => ({ title: '企业开办还能减哪些材料', background: '企业开办已经实行一窗受理，仍有企业反映部分材料重复提交、往返跑动。', wanted: '一、哪些材料可以不交或者后补；二、哪些环节可以合并；三、哪些证照可以共享。', ways: '在本平台提建议时选择本次征集，也可以在政务服务大厅填写意见单。', field: 'economy', leadUnit: 'approval', opensOn: '2021-11-10', closesOn: '2021-12-17' }) },
        { at: '2021-11-09T02:00:00.000Z', by: 'office-head', action: 'publish', input: () => ({}) },
        { at: '2021-12-17T16:30:00.000Z', by: 'system', action: 'close', input: () => ({}) },
      ],
    },
    {
      key: 'call-next', mechanism: 'topicCall',
      steps: [
        { at: '2021-12-13T01:30:00.000Z', by: 'office-1', action: 'draft', input: () => ({ title: '明年改革从哪里改起', background: '正在研究明年改革工作要点，请大家说一说身边最该改的一件事。', wanted: '一、身边哪件事最不方便；二、您认为应该怎么改；三、由谁来改。', ways: '在本平台提建议时选择本次征集，也可以来信、来电或者到改革办当面提出。', field: 'society', leadUnit: 'reform-office', opensOn: '2021-12-15', closesOn: '2022-01-20' }) },
        { at: '2021-12-14T02:00:00.000Z', by: 'office-head', action: 'publish', input: () => ({}) },
      ],
    },
  ];
}
