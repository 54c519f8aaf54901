import { strict as assert } from 'node:assert';
import type { Task } from '../task.ts';

/** The shop window. */
export const shopTasks: readonly Task[] = [
  {
    name: 'a visitor searches, sees the promise for a postal code, orders and is thanked',
    async run({ open }) {
      const page = await open({});
      await page.goto('/shop');
      await page.getByRole('searchbox').fill('trainer');
      await page.keyboard.press('Enter');
      await page.locator('.product-card a').first().click();
      await page.getByLabel('Postal code').fill('75011');
      await page.getByRole('button', { name: 'Show the promise' }).click();
      await page.locator('.option').first().waitFor();
      assert.ok((await page.locator('.option .badge').count()) > 0);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByRole('link', { name: 'Go to the cart' }).click();
      await page.getByRole('link', { name: 'How should it come?' }).click();
      await page.getByLabel('Name').fill('Anna Rossi');
      await page.getByLabel('Street and number').fill('12 rue Oberkampf');
      await page.getByLabel('City').fill('Paris');
      await page.getByLabel('E-mail').fill('anna.rossi@example.com');
      await page.getByRole('button', { name: 'Show delivery options' }).click();
      await page.locator('.choice input[name=option]').first().check();
      await page.getByRole('button', { name: /Order and pay/ }).click();
      await page.getByRole('heading', { name: /Thank you/ }).waitFor();
    },
  },
];
