import { strict as assert } from 'node:assert';
import type { Task } from '../task.ts';

/** The first page and signing in. */
export const firstTasks: readonly Task[] = [
  {
    name: 'the first page names five faces, and leads to the desk by way of a role',
    async run({ open }) {
      const page = await open({});
      await page.goto('/');
      assert.equal(await page.locator('.face-card').count(), 5);
      await page.getByRole('link', { name: /Service desk/ }).click();
      await page.getByRole('button', { name: /Service agent/ }).click();
      await page.getByRole('heading', { name: 'Newest orders' }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/desk');
    },
  },
  {
    name: 'a shopper is not let into desk, store and tower',
    async run({ open }) {
      const page = await open({ role: 'shopper' });
      for (const path of ['/desk', '/store', '/tower']) {
        await page.goto(path);
        await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
      }
    },
  },
  {
    name: 'no token is kept where it would outlive the page',
    async run({ open }) {
      const page = await open({ role: 'agent' });
      await page.goto('/desk');
      await page.getByRole('heading', { name: 'Newest orders' }).waitFor();
      const kept = await page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])',
      );
      assert.doesNotMatch(kept, /ey[\w-]+\.ey/);
    },
  },
];
