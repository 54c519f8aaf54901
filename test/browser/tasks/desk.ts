import { strict as assert } from 'node:assert';
import type { Task } from '../task.ts';

/** The service desk. */
export const deskTasks: readonly Task[] = [
  {
    name: 'an agent finds an order by its number and sees its lines as a matrix',
    keyboard: true,
    async run({ open, order }) {
      const placed = await order(2);
      const page = await open({ role: 'agent' });
      await page.goto('/desk');
      await page.getByRole('searchbox').focus();
      await page.keyboard.type(placed.number);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: placed.number }).waitFor();
      const row = page.locator('.matrix tbody tr').first();
      assert.equal(await row.locator('td.units').first().textContent(), '2');
    },
  },
  {
    name: 'an agent finds an order by its e-mail address',
    async run({ open, order }) {
      const placed = await order(1);
      const page = await open({ role: 'agent' });
      await page.goto(`/desk?${new URLSearchParams({ q: placed.email }).toString()}`);
      await page.getByRole('link', { name: placed.number }).waitFor();
    },
  },
  {
    name: 'an agent cancels one of two units with a reason, and both windows show it',
    async run({ open, order }) {
      const placed = await order(2);
      const [page, other] = [await open({ role: 'agent' }), await open({ role: 'admin' })];
      for (const each of [page, other]) {
        await each.goto(`/desk/orders/${placed.id}`);
        await each.getByRole('heading', { name: placed.number }).waitFor();
      }
      await page.getByRole('button', { name: 'Cancel units' }).click();
      await page.getByRole('spinbutton').fill('1');
      await page.getByRole('button', { name: 'Cancel these units' }).click();
      await page.getByText('Please say why.').waitFor();
      await page.getByLabel('Reason').fill('ordered twice');
      await page.getByRole('button', { name: 'Cancel these units' }).click();
      for (const each of [page, other])
        await each
          .locator('.matrix tbody tr')
          .first()
          .locator('td.units')
          .nth(4)
          .filter({ hasText: '1' })
          .waitFor();
    },
  },
  {
    name: 'the focus returns to the button that opened a dialog',
    keyboard: true,
    async run({ open, order }) {
      const placed = await order(1);
      const page = await open({ role: 'agent' });
      await page.goto(`/desk/orders/${placed.id}`);
      const button = page.getByRole('button', { name: 'Promise anew' });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate<string>('document.activeElement.textContent'), 'Promise anew');
    },
  },
];
