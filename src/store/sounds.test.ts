import { describe, expect, test } from 'vitest';
import { soundPattern } from '#kernel/sounds.ts';
import { findSound, soundLexemes, soundsOf } from './sounds.ts';

describe('how a title sounds', () => {
  test('follows the words that characters of several readings stand in', () => {
    expect(soundsOf('行政审批服务局')).toBe('xing zheng shen pi fu wu ju');
    expect(soundsOf('银行网点调整')).toBe('yin hang wang dian tiao zheng');
    expect(soundsOf('重庆路长江路')).toBe('chong qing lu chang jiang lu');
  });

  test('keeps letters and digits together, and leaves signs out', () => {
    expect(soundsOf('“一窗受理”流程100%网办，ABC座3号')).toBe('yi chuang shou li liu cheng 100 wang ban abc zuo 3 hao');
    expect(soundsOf('……')).toBe('');
  });
});

describe('typed pinyin', () => {
  const sounds = soundsOf('学校周边夜间停车位');
  test.each(['tcw', 'tingche', 'tingchewei', 'tingc', 'tchewei', "ting'che", 'TING CHE', 'xxzb', 'yjtcw', 'zhoubian'])('%s is found', (typed) => {
    expect(new RegExp(soundPattern(typed) ?? '$^').test(sounds)).toBe(true);
  });
  test.each(['tcx', 'ingche', 'chetw', 'tw', 'ei', 'xz b z'])('%s is not', (typed) => {
    expect(new RegExp(soundPattern(typed) ?? '$^').test(sounds)).toBe(false);
  });
  test('is nothing where it is a single letter, Chinese or a sign', () => {
    expect(['t', '停车', 'ting-che', '2021', ''].map(soundPattern)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('is marked in the characters that sound so', () => {
    const title = '学校周边“夜间”停车位';
    const marked = (typed: string) => {
      const place = findSound(title, typed);
      return place && [...title].slice(place.from, place.to).join('');
    };
    expect(['tingche', 'yjtc', 'xuexiao', 'nothing'].map(marked)).toEqual(['停车', '夜间”停车', '学校', undefined]);
  });

  test('asks the index for initials that every title sounding so has', () => {
    expect(soundLexemes('ting che')).toEqual(['¶¶t', '¶¶c', '¶tc']);
  });
});
