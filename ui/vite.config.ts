import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  clearScreen: false,
  // The window asks for this port (tauri.conf.json); the Fluent files live outside this folder.
  server: { port: 5173, strictPort: true, fs: { allow: ['.', '../src-tauri/messages'] } },
  build: { target: 'safari16', sourcemap: false, chunkSizeWarningLimit: 300 },
  // Tests mount components: they need the client build of Svelte.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], setupFiles: ['src/messages.setup.ts'] },
}))
