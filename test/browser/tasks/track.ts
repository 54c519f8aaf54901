import { strict as assert } from 'node:assert';
import type { Task } from '../task.ts';

/** The live order page. */
export const trackTasks: readonly Task[] = [
  {
    name: 'the link of a message shows the order without a script',
    async run({ open, order, link }) {
      const placed = await order(1);
      const page = await open({ javaScript: false, width: 360 });
      await page.goto(await link(placed));
      await page.getByText(`Commande ${placed.number}`).waitFor();
      assert.equal(await page.locator('.steps li.done').count(), 1);
    },
  },
  {
    name: 'a link with another token shows nothing of the order',
    async run({ open, order }) {
      const placed = await order(1);
      const page = await open({});
      const answer = await page.goto(`/track/${placed.id}?token=nonsense`);
      assert.equal(answer?.status(), 404);
      assert.ok(!(await page.content()).includes(placed.number));
    },
  },
  {
    name: 'number and e-mail show how the order stands, and another e-mail does not',
    async run({ open, order }) {
      const placed = await order(1);
      const page = await open({ javaScript: false });
      const look = async (email: string): Promise<void> => {
        await page.goto('/track');
        await page.getByLabel('Order number').fill(placed.number);
        await page.getByLabel('E-mail address').fill(email);
        await page.getByRole('button', { name: 'Show my order' }).click();
      };
      await look('somebody.else@example.com');
      await page.getByRole('alert').waitFor();
      await look(placed.email);
      await page.getByText(placed.number).first().waitFor();
    },
  },
];
