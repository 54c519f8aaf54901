import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

describe('metrics', () => {
  it('are told in the Prometheus text format, each registry for itself', async () => {
    const metrics = createMetrics({ processFigures: false });
    createMetrics({ processFigures: false }).counter('orders_total', 'Another registry.');
    metrics.counter('orders_total', 'Orders taken.', ['channel']).inc({ channel: 'web' }, 3);
    const request = {} as Parameters<typeof metrics.route.handle>[0];
    const { headers, body } = await metrics.route.handle(request);
    expect(headers?.['content-type']).toContain('text/plain');
    expect(body).toContain('orders_total{channel="web"} 3');
  });
});
