import { describe, expect, it } from 'vitest';
import { environment } from '../../gateway/environment.ts';
import { readGatewaySettings } from '../../gateway/config.ts';
import { completeLimits } from '../../gateway/engine/guard/limits.ts';
import { settingsPage, valuesOf } from './settingsPage.ts';

describe('the page of settings', () => {
  it('names every setting of the gateway', () => {
    const text = settingsPage();
    for (const name of Object.keys(environment.shape)) expect(text).toContain(`| \`${name}\` |`);
  });

  it('says the defaults that are in force', () => {
    const { endpoint, drainMs, reloadDrainMs, tokenRecheckMs } = readGatewaySettings({});
    const { budget } = readGatewaySettings({ NODE_ENV: 'production' }).endpoint;
    const limits = completeLimits(undefined);
    if (budget === false) throw new Error('Production has a budget.');
    const said = {
      GATEWAY_BODY_BYTES: endpoint.bodyBytes,
      GATEWAY_TIMEOUT_MS: endpoint.timeoutMs,
      GATEWAY_DRAIN_MS: drainMs,
      GATEWAY_RELOAD_DRAIN_MS: reloadDrainMs,
      GATEWAY_TOKEN_RECHECK_MS: tokenRecheckMs,
      GATEWAY_BUDGET_REQUESTS: budget.requests,
      GATEWAY_BUDGET_COST: budget.cost,
      GATEWAY_BUDGET_WINDOW_SECONDS: budget.windowSeconds,
      GATEWAY_LIMIT_TOKENS: limits.tokens,
      GATEWAY_LIMIT_DEPTH: limits.depth,
      GATEWAY_LIMIT_ALIASES: limits.aliases,
      GATEWAY_LIMIT_ROOT_FIELDS: limits.rootFields,
      GATEWAY_LIMIT_DIRECTIVES: limits.directives,
      GATEWAY_LIMIT_EXPANDED_FIELDS: limits.expandedFields,
      GATEWAY_LIMIT_COST: limits.cost,
      GATEWAY_LIMIT_LIST_SIZE: limits.listSize,
    };
    const text = settingsPage();
    for (const [name, value] of Object.entries(said))
      expect(text).toMatch(
        new RegExp(`^\\| \`${name}\` .*; ${value.toLocaleString('en-US')} by default \\|$`, 'm'),
      );
  });

  it('puts accepted values in words', () => {
    expect(valuesOf({ type: 'integer', minimum: 1, maximum: 65_535 })).toBe('whole number, 1 to 65,535');
    expect(valuesOf({ type: 'integer', minimum: 50 })).toBe('whole number from 50');
    expect(valuesOf({ type: 'string', minLength: 32 })).toBe('text of at least 32 characters');
    expect(valuesOf({ type: 'string', enum: ['a', 'b'] })).toBe('a, b');
  });
});
