import type { Rolldown } from 'vite'

/** Where the texts of each language are, from the folder of the page: the page asks for one of them as soon as it runs. */
export function languageFiles(bundle: Rolldown.OutputBundle): Record<string, string> {
  const files = Object.values(bundle).flatMap(file => {
    const language = file.type === 'chunk' && /\/src\/i18n\/([a-z]+)\.json$/.exec(file.facadeModuleId ?? '')?.[1]
    return language ? [[language, `./${file.fileName}`] as const] : []
  })
  return Object.fromEntries(files)
}
