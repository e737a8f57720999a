import { furnish } from '#sample/furnish.ts';
import { replay as replayYears } from '#sample/replay.ts';
import { perPiece, processorTimeOf } from './processor.ts';
import { median, spread, timeOf, type Row } from './row.ts';

const rounds = 5;

/** The sample years through the entry that people use, each time into an empty database. */
export const replay: Row = {
  name: 'replay',
  async measure(ground) {
    const rates: number[] = [];
    const processor: string[] = [];
    let actions = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const { platform } = await ground.empty();
      if ((await platform.directory()).units.size === 0) await furnish(platform);
      const used = await processorTimeOf(() => timeOf(async () => (actions = await replayYears(platform, () => {}))));
      rates.push((actions / used.result) * 1000);
      processor.push(perPiece(used, actions));
    }
    const [first = 0, ...warm] = rates;
    return [{
      what: 'replay of the sample years, in process', ours: `${median(warm).toFixed(0)}/s`, reference: '–', ratio: '–', budget: '≥ 1,500/s', isMet: median(warm) >= 1_500,
      notes: [`${actions.toLocaleString('en')} actions; by round ${spread(warm, 0)}/s; the first, with a cold runtime, ${first.toFixed(0)}/s`, `processor time an action, by round: ${processor.join('; ')}`],
    }];
  },
};
