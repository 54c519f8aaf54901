import { describe, expect, it } from 'vitest';
import { seal, unseal } from './sealed.ts';

const secret = 'between-subgraphs-'.repeat(4);
const message = { owner: 'catalog', event: { id: 'e-1' } };
const sealed = seal(secret, 'catalog', 'event.orders', message);

describe('a message in a broker', () => {
  it('is read where it was sealed for', () => {
    expect(unseal(secret, 'event.orders', sealed)).toEqual(message);
  });

  it.each([
    ['another topic', secret, 'event.returns', sealed],
    ['another secret', 'x'.repeat(40), 'event.orders', sealed],
    ['another sender', secret, 'event.orders', sealed.replace(' catalog ', ' returns ')],
    ['another text', secret, 'event.orders', sealed.replace('e-1', 'e-2')],
    ['no seal', secret, 'event.orders', JSON.stringify(message)],
    ['nothing', secret, 'event.orders', ''],
    ['what is not its to say', secret, 'event.orders', seal(secret, 'returns', 'event.orders', message)],
  ])('is not heard with %s', (_what, key, topic, text) => {
    expect(unseal(key, topic, text)).toBeUndefined();
  });
});
