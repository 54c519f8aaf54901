import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromiumPath } from '../gateway/fixtures-front/browser.ts';
import { bringBuildUpToDate } from '../support/builtCode.ts';
import { openShop } from './openShop.ts';
import { looks } from './screens.ts';
import { runBrowser } from './runBrowser.ts';

/** `npm run test:browser [-- --json FILE]`: the console in Chromium, against the application as users start it. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  if (chromiumPath === undefined)
    throw new Error('Chromium is not installed; CHROMIUM_PATH says where it is.');
  bringBuildUpToDate();
  const shop = await openShop();
  try {
    const { failures, axeViolations, foreignRequests, complaints, ...result } = await runBrowser({
      ...{ origin: shop.origin, tokenOf: shop.tokenOf, chromiumPath, looks, say: console.log },
    });
    for (const line of [...axeViolations, ...foreignRequests, ...complaints]) console.log(line);
    const counts = { axeViolations: axeViolations.length, foreignRequests: foreignRequests.length };
    const summary = { ...result, ...counts, complaints: complaints.length };
    console.log(JSON.stringify(summary));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`);
    const wrong = failures.length + axeViolations.length + foreignRequests.length + complaints.length;
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await shop.stop();
  }
}

await main();
