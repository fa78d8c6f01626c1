import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

export default ts.config(
  { ignores: ['dist', 'src/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Maps here are replaced, never changed in place, which $state.raw sees.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': [
        'error',
        {
          // The web view of an older macOS has neither.
          selector: "MemberExpression[object.name=/^(Map|Object)$/][property.name='groupBy']",
          message: 'Use `grouped` of kit/grouped.',
        },
        {
          // A refusal is an answer too: what follows it must not speak of success.
          selector:
            "CallExpression[callee.property.name='then'][callee.object.callee.name='attempt']" +
            ':has(CallExpression[callee.name=/^(announce|notify|saySaved)$/])',
          message: 'What is said of success stands in the second argument of `attempt`.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^querySelector/] Literal[value=/data-testid/]',
          message: 'Test ids are for tests: name what you look for by a `data-` attribute of its own.',
        },
        {
          selector: "SvelteAttribute[key.name='autofocus']",
          message: 'Svelte’s autofocus acts only when nothing has the focus: attach `focusOnOpen`.',
        },
      ],
    },
  },
  // The rooms: kit → features → screens; each knows only what stands before it.
  ...rooms({
    kit: ['app.svelte', 'workshop.svelte', 'features', 'screens', 'projector', 'keys'],
    drag: ['app.svelte', 'workshop.svelte', 'features', 'screens', 'projector', 'keys', 'kit'],
    ipc: [
      'app.svelte',
      'workshop.svelte',
      'messages.svelte',
      'features',
      'screens',
      'projector',
      'keys',
      'kit',
      'drag',
    ],
    features: ['screens'],
  }),
)

/** Only ipc/client.ts talks to Tauri, and no room of the interface imports from the ones named. */
function rooms(closed) {
  const tauri = { group: ['@tauri-apps/*'], message: 'Only ipc/client.ts talks to Tauri.' }
  const rule = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] })
  return [
    {
      files: ['src/**/*.{ts,svelte}'],
      ignores: ['src/ipc/client.ts', 'src/ipc/bindings.ts'],
      rules: rule(tauri),
    },
    ...Object.entries(closed).map(([room, others]) => ({
      files: [`src/${room}/**/*.{ts,svelte}`],
      ignores: ['src/ipc/*', '**/*.test.ts'],
      rules: rule(tauri, {
        group: others.flatMap((other) => [`../${other}`, `../${other}/*`, `../../${other}`, `../../${other}/*`]),
        message: `${room} stands before what it imports here.`,
      }),
    })),
  ]
}
