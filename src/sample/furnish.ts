import { addPerson, addPost, addUnit } from '#store/people.ts';
import type { Platform } from '#server/platform.ts';
import { samplePosts, sampleStart, sampleUnits } from './district.ts';

/** Sets up the units and posts of the sample district, as its administrator would on the first day. */
export async function furnish(platform: Platform): Promise<void> {
  const { district } = platform;
  await platform.store.inDistrict(district, async (tx) => {
    for (const unit of sampleUnits) await addUnit(tx, district, { ...unit, validFrom: sampleStart, validTo: null });
    for (const post of samplePosts) {
      // A post's name stands for its holder: the sample knows no people.
      await addPerson(tx, district, { id: `holder-${post.id}`, name: post.name });
      await addPost(tx, district, { ...post, personId: `holder-${post.id}`, validFrom: sampleStart });
    }
  });
  platform.forgetDirectory();
}
