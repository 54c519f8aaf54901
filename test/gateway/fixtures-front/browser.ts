import { existsSync } from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is installed: `CHROMIUM_PATH`, or where Linux systems put it. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], ...usual].find(
  (path) => path !== undefined && existsSync(path),
);
