import { join } from 'node:path';
import tseslint from 'typescript-eslint';
import { castWithReason } from './castWithReason.js';

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/generated/**',
      'bench/gateway/node_modules/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // No exceptions by comment.
    linterOptions: { noInlineConfig: true },
    extends: [...tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '../..') },
    },
    plugins: { promesse: { rules: { 'cast-with-reason': castWithReason } } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-shadow': 'error',
      'promesse/cast-with-reason': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 5 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // One style: private members are #private, and so at run time too.
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(MethodDefinition, PropertyDefinition, TSParameterProperty)[accessibility]',
          message: 'Write #name for what is private; the rest is public without a word.',
        },
      ],
      'no-console': 'error',
    },
  },
  {
    files: [
      'test/**',
      '**/test/**',
      '**/bench/**',
      'bench/**',
      'tools/**',
      'examples/**',
      '**/*.test.ts',
      'main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  // A describe block is a list, not a function.
  {
    files: ['**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
