import '#web/public/old-browsers.ts';
import { watchFaults } from '#web/faults.ts';

// Before anything else of the page runs: whatever breaks from here on is told.
watchFaults();
