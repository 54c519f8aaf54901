import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../gateway/fixtures-front/browser.ts';
import { openShop } from './openShop.ts';
import { someLooks } from './screens.ts';
import { runBrowser } from './runBrowser.ts';

// Chromium is no npm package: where it is not installed, this is counted as skipped.
describe.skipIf(chromiumPath === undefined)('the console in Chromium', () => {
  it('lets people do their work, alone on this host, whatever their language, light or width', async () => {
    const shop = await openShop();
    try {
      const { origin, tokenOf } = shop;
      const say = (): void => undefined;
      const result = await runBrowser({
        origin,
        tokenOf,
        chromiumPath: chromiumPath as string,
        looks: someLooks,
        say,
      });
      const { failures, axeViolations, foreignRequests, complaints } = result;
      expect({ failures, axeViolations, foreignRequests, complaints }).toEqual({
        ...{ failures: [], axeViolations: [], foreignRequests: [], complaints: [] },
      });
      expect(result.tasks.passed).toBeGreaterThan(10);
    } finally {
      await shop.stop();
    }
  }, 600_000);
});
