import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Rooms whose tests need nothing but themselves: they run without waiting for a database.
const pure = ['kernel', 'contract', 'engines', 'mechanisms', 'reports', 'web'].map((room) => `src/${room}/**/*.test.{ts,tsx}`);

// A default export is what vitest looks for.
export default defineConfig({
  test: {
    // Files share their worker's modules: nothing here keeps state between tests, and every file has a database of its own.
    pool: 'threads',
    isolate: false,
    // A walk waits for its browser half of the time: two at once keep a machine of two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A walk in a real browser on a small machine takes a while; nothing sleeps, so only a fault waits this long.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      { extends: true, test: { name: 'whole', include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'], exclude: [...pure, 'test/rooms.test.ts', 'test/walks/**'], globalSetup: ['./test/database.ts'] } },
      // Whole journeys in a browser; a fault may take as long as a page waits on a busy machine, and it fails twice: what a crowded processor made late does not.
      { extends: true, test: { name: 'walks', include: ['test/walks/**/*.test.ts'], globalSetup: ['./test/walks/setup.ts'], testTimeout: 240_000, retry: 1 } },
      { extends: true, test: { name: 'rooms', include: ['test/rooms.test.ts'] } },
    ],
  },
});
