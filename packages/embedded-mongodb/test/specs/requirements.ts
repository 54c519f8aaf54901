import type { RunOnRequirement, SpecFile, SpecTest } from './format.ts';

/** What the server under test is, as far as a requirement can ask. */
export interface ServerFacts {
  version: string;
  topology: 'single' | 'replicaset' | 'sharded';
  auth: boolean;
}

/** Why this server cannot run the test, or undefined when it can. */
export function reasonToSkip(file: SpecFile, test: SpecTest, facts: ServerFacts): string | undefined {
  if (test.skipReason) return `the test says: ${test.skipReason}`;
  for (const alternatives of [file.runOnRequirements, test.runOnRequirements]) {
    if (!alternatives?.length) continue;
    const reasons = alternatives.map((requirement) => unmet(requirement, facts));
    if (reasons.every((reason) => reason !== undefined)) return [...new Set(reasons)].join('; or ');
  }
  return undefined;
}

function unmet(requirement: RunOnRequirement, facts: ServerFacts): string | undefined {
  const { minServerVersion: min, maxServerVersion: max, topologies, auth } = requirement;
  if (topologies && !topologies.includes(facts.topology)) return `needs topology ${topologies.join(' or ')}`;
  if (min && compareVersions(facts.version, min) < 0) return `needs server ${min} or newer`;
  if (max && compareVersions(facts.version, max) > 0) return `needs server ${max} or older`;
  if (auth !== undefined && auth !== facts.auth) return `needs authentication ${auth ? 'on' : 'off'}`;
  if (requirement.serverless === 'require') return 'needs a serverless deployment';
  if (requirement.csfle) return 'needs client-side encryption';
  if (requirement.serverParameters) return 'needs server parameters';
  return undefined;
}

/** Component-wise order of `8.0.4` style versions; a missing component counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  for (let i = 0; i < 3; i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
