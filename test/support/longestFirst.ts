import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, longest first: begun last, one of them would run alone at the end. */
const longest = [
  'test/journey/start.e2e.test.ts',
  'test/journey/commands.e2e.test.ts',
  'test/faults/crash.e2e.test.ts',
  'test/journey/journey.e2e.test.ts',
];
const levels = ['e2e', 'int', 'unit'];

/** Whole processes first, then real databases, then pure code; the longest file of each begins. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.findIndex((file) => moduleId.endsWith(file));
      return place === -1 ? longest.length + levels.indexOf(project.name) : place;
    };
    // Within a level: as vitest does, by what it measured the last time, or by size.
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
