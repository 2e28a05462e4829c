import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import vuetify from 'vite-plugin-vuetify'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const project = (name: string, environment: 'node' | 'happy-dom') => ({
  extends: true as const,
  test: { name, environment, include: [`tests/${name}/**/*.test.ts`], server: { deps: { inline: ['vuetify'] } } },
})

export default defineConfig({
  base: './',
  plugins: [vue(), vuetify()],
  resolve: { alias: { '@': at('src') } },
  test: { projects: [project('unit', 'node'), project('component', 'happy-dom'), project('app', 'happy-dom')] },
})
