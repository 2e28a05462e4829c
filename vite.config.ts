import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import vuetify from 'vite-plugin-vuetify'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const project = (name: string, environment: 'node' | 'happy-dom') => ({
  extends: true as const,
  test: { name, environment, include: [`tests/${name}/**/*.test.ts`], server: { deps: { inline: ['vuetify'] } } },
})
// Drives a real Chromium against dist/ from Node: one file at a time, so that each has the machine for itself.
const browserProject = {
  extends: true as const,
  test: {
    name: 'browser',
    environment: 'node',
    include: ['tests/browser/**/*.test.ts'],
    globalSetup: 'tests/support/browser/globalSetup.ts',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
}

export default defineConfig({
  base: './',
  plugins: [vue(), vuetify()],
  resolve: { alias: { '@': at('src') } },
  test: { projects: [project('unit', 'node'), project('component', 'happy-dom'), project('app', 'happy-dom'), browserProject] },
})
